-- CreateTable
CREATE TABLE "Adjudication" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "finishedAt" DATETIME,
    "finishedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Adjudication_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "articleId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "parents" TEXT NOT NULL,
    "agreed" BOOLEAN NOT NULL,
    "decision" TEXT,
    "version" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "consensusId" TEXT,

    PRIMARY KEY ("articleId", "key"),
    CONSTRAINT "Decision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Adjudication" ("articleId") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN "supersededById" TEXT REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Claim_supersededById_idx" ON "Claim"("supersededById");

-- CreateIndex
CREATE INDEX "Adjudication_deskId_idx" ON "Adjudication"("deskId");

-- CreateIndex
CREATE INDEX "Decision_consensusId_idx" ON "Decision"("consensusId");

-- A claim that another stands for has left its article for good: there is one of the two in it.
CREATE TRIGGER "Claim_superseded" BEFORE UPDATE OF "supersededById", "deletedAt" ON "Claim"
WHEN (NEW."supersededById" IS NOT NULL AND (NEW."deletedAt" IS NULL
    OR NEW."articleId" IS NOT (SELECT "articleId" FROM "Claim" WHERE "id" = NEW."supersededById")))
  OR (OLD."supersededById" IS NOT NULL AND NEW."supersededById" IS NOT OLD."supersededById")
BEGIN SELECT RAISE(ABORT, 'A claim that another of its article stands for has left it, and stays so.'); END;

CREATE TRIGGER "Claim_not_superseded_yet" BEFORE INSERT ON "Claim" WHEN NEW."supersededById" IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A claim is made before another stands for it.'); END;

-- What was decided is kept; once it was carried out it stays as it was.
CREATE TRIGGER "Decision_stays_put" BEFORE UPDATE ON "Decision"
WHEN OLD."finishedAt" IS NOT NULL OR NEW."articleId" IS NOT OLD."articleId" OR NEW."key" IS NOT OLD."key" OR NEW."parents" IS NOT OLD."parents"
BEGIN SELECT RAISE(ABORT, 'A decision is about the same claims for ever, and one that was carried out does not change.'); END;

CREATE TRIGGER "Decision_no_delete" BEFORE DELETE ON "Decision"
BEGIN SELECT RAISE(ABORT, 'A decision is taken back, never removed.'); END;

CREATE TRIGGER "Adjudication_one_desk" BEFORE INSERT ON "Adjudication"
WHEN NEW."deskId" IS NOT (SELECT "deskId" FROM "Article" WHERE "id" = NEW."articleId")
BEGIN SELECT RAISE(ABORT, 'An adjudication belongs to the desk of its article.'); END;

-- Consensus claims are found in the queue by whether their checkers agreed, and the claims of several checkers by waiting for it.
CREATE TRIGGER "Queue_decision_carried_out" AFTER UPDATE OF "consensusId" ON "Decision" WHEN NEW."consensusId" IS NOT NULL
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."consensusId") ON CONFLICT DO NOTHING;
END;

INSERT INTO "QueueMark" ("kind", "id") SELECT 'article', "articleId" FROM "Assignment" WHERE "checkers" >= 2 ON CONFLICT DO NOTHING;
