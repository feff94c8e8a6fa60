-- CreateTable
CREATE TABLE "Assignment" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "checkers" INTEGER NOT NULL,
    "reviewerId" TEXT,
    "priority" TEXT NOT NULL,
    "dueAt" DATETIME,
    "endedAt" DATETIME,
    "endedReason" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Assignment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CheckPart" (
    "articleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "deskId" TEXT NOT NULL,
    "givenById" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "leaseUntil" DATETIME,
    "handedInAt" DATETIME,
    "endedAt" DATETIME,
    "heirId" TEXT,
    "firstNumber" INTEGER,

    PRIMARY KEY ("articleId", "personId"),
    CONSTRAINT "CheckPart_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Assignment" ("articleId") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeskSettings" (
    "deskId" TEXT NOT NULL PRIMARY KEY,
    "returnReasons" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Assignment_deskId_idx" ON "Assignment"("deskId");

-- CreateIndex
CREATE INDEX "CheckPart_deskId_personId_idx" ON "CheckPart"("deskId", "personId");

-- AlterTable
ALTER TABLE "Transition" ADD COLUMN "reasonId" TEXT;

-- An assignment, its parts and its article belong to one desk, and nothing of it is removed.
CREATE TRIGGER "Assignment_one_desk" BEFORE INSERT ON "Assignment"
WHEN NEW."deskId" IS NOT (SELECT "deskId" FROM "Article" WHERE "id" = NEW."articleId")
BEGIN SELECT RAISE(ABORT, 'An assignment belongs to the desk of its article.'); END;

CREATE TRIGGER "Assignment_stays_put" BEFORE UPDATE OF "articleId", "deskId" ON "Assignment"
WHEN NEW."articleId" IS NOT OLD."articleId" OR NEW."deskId" IS NOT OLD."deskId"
BEGIN SELECT RAISE(ABORT, 'An assignment keeps its article and its desk.'); END;

CREATE TRIGGER "Assignment_no_delete" BEFORE DELETE ON "Assignment"
BEGIN SELECT RAISE(ABORT, 'An assignment is changed, never removed.'); END;

CREATE TRIGGER "CheckPart_one_desk" BEFORE INSERT ON "CheckPart"
WHEN NEW."deskId" IS NOT (SELECT "deskId" FROM "Assignment" WHERE "articleId" = NEW."articleId")
  OR NOT EXISTS (SELECT 1 FROM "Membership" WHERE "deskId" = NEW."deskId" AND "userId" = NEW."personId")
BEGIN SELECT RAISE(ABORT, 'A part of the checking is given to somebody of the desk.'); END;

CREATE TRIGGER "CheckPart_no_delete" BEFORE DELETE ON "CheckPart"
BEGIN SELECT RAISE(ABORT, 'A part of the checking ends, it is never removed.'); END;
