-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "deletedAt" DATETIME,
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentVersion" (
    "commentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "version"),
    CONSTRAINT "CommentVersion_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("commentId", "personId"),
    CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoticeReading" (
    "deskId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "readUntil" DATETIME NOT NULL,
    "version" INTEGER NOT NULL,

    PRIMARY KEY ("deskId", "userId")
);

-- CreateIndex
CREATE INDEX "Comment_claimId_createdAt_id_idx" ON "Comment"("claimId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_deskId_createdAt_idx" ON "Comment"("deskId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- CreateIndex
CREATE INDEX "CommentMention_personId_idx" ON "CommentMention"("personId");

-- A comment stays with its claim and its thread, and is never removed.
CREATE TRIGGER "Comment_one_desk" BEFORE INSERT ON "Comment"
WHEN NEW."deskId" IS NOT (SELECT "deskId" FROM "Claim" WHERE "id" = NEW."claimId")
  OR (NEW."threadId" IS NOT NEW."id" AND NEW."claimId" IS NOT (SELECT "claimId" FROM "Comment" WHERE "id" = NEW."threadId" AND "threadId" = "id"))
BEGIN SELECT RAISE(ABORT, 'A comment belongs to the desk of its claim, an answer to a thread about the same claim.'); END;

CREATE TRIGGER "Comment_stays_put" BEFORE UPDATE OF "id", "deskId", "claimId", "threadId", "createdById", "createdAt" ON "Comment"
WHEN NEW."id" IS NOT OLD."id" OR NEW."deskId" IS NOT OLD."deskId" OR NEW."claimId" IS NOT OLD."claimId"
  OR NEW."threadId" IS NOT OLD."threadId" OR NEW."createdById" IS NOT OLD."createdById" OR NEW."createdAt" IS NOT OLD."createdAt"
BEGIN SELECT RAISE(ABORT, 'A comment keeps its claim, its thread and who wrote it.'); END;

CREATE TRIGGER "Comment_no_delete" BEFORE DELETE ON "Comment"
BEGIN SELECT RAISE(ABORT, 'A comment is marked as deleted, never removed.'); END;
