-- CreateTable
CREATE TABLE "Desk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "disabledAt" DATETIME
);

-- CreateTable
CREATE TABLE "Membership" (
    "deskId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("deskId", "userId"),
    CONSTRAINT "Membership_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "deskId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Article_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "codePoints" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "fileName" TEXT,
    "encoding" TEXT,
    "importedById" TEXT NOT NULL,
    "importedAt" DATETIME NOT NULL,
    CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Source_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sourceType" TEXT NOT NULL,
    "sourceId" TEXT,
    "confidence" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdById" TEXT NOT NULL,
    "lastEditedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "Claim_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Claim_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Claim_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Claim_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimSpan" (
    "claimId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "ordinal"),
    CONSTRAINT "ClaimSpan_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Transition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "claimVersion" INTEGER NOT NULL,
    CONSTRAINT "Transition_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT,
    "actorId" TEXT,
    "at" DATETIME NOT NULL,
    "type" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "AuditEvent_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "actorId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("actorId", "key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Article_deskId_createdAt_id_idx" ON "Article"("deskId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_number_key" ON "Revision"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Source_deskId_nameKey_key" ON "Source"("deskId", "nameKey");

-- CreateIndex
CREATE INDEX "Claim_revisionId_idx" ON "Claim"("revisionId");

-- CreateIndex
CREATE INDEX "Claim_deskId_state_submittedAt_id_idx" ON "Claim"("deskId", "state", "submittedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_deskId_createdById_state_idx" ON "Claim"("deskId", "createdById", "state");

-- CreateIndex
CREATE INDEX "Claim_sourceId_idx" ON "Claim"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_number_key" ON "Claim"("articleId", "number");

-- CreateIndex
CREATE INDEX "Transition_claimId_at_id_idx" ON "Transition"("claimId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectId_at_id_idx" ON "AuditEvent"("subjectId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_deskId_at_id_idx" ON "AuditEvent"("deskId", "at", "id");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- Rows that never change. What the application promises, the database refuses to break.
-- A trigger that aborts reaches Prisma as P2003.

CREATE TRIGGER "Revision_no_update" BEFORE UPDATE ON "Revision"
BEGIN SELECT RAISE(ABORT, 'A revision never changes.'); END;

CREATE TRIGGER "Revision_no_delete" BEFORE DELETE ON "Revision"
BEGIN SELECT RAISE(ABORT, 'A revision is never deleted.'); END;

CREATE TRIGGER "Transition_no_update" BEFORE UPDATE ON "Transition"
BEGIN SELECT RAISE(ABORT, 'A transition never changes.'); END;

CREATE TRIGGER "Transition_no_delete" BEFORE DELETE ON "Transition"
BEGIN SELECT RAISE(ABORT, 'A transition is never deleted.'); END;

CREATE TRIGGER "AuditEvent_no_update" BEFORE UPDATE ON "AuditEvent"
BEGIN SELECT RAISE(ABORT, 'An audit event never changes.'); END;

CREATE TRIGGER "AuditEvent_no_delete" BEFORE DELETE ON "AuditEvent"
BEGIN SELECT RAISE(ABORT, 'An audit event is never deleted.'); END;

CREATE TRIGGER "Article_stays_put" BEFORE UPDATE OF "id", "deskId", "createdById", "createdAt" ON "Article"
WHEN NEW."id" IS NOT OLD."id" OR NEW."deskId" IS NOT OLD."deskId"
  OR NEW."createdById" IS NOT OLD."createdById" OR NEW."createdAt" IS NOT OLD."createdAt"
BEGIN SELECT RAISE(ABORT, 'An article keeps its desk and its beginnings.'); END;

CREATE TRIGGER "Claim_stays_put" BEFORE UPDATE OF "id", "deskId", "articleId", "revisionId", "number", "createdById", "createdAt" ON "Claim"
WHEN NEW."id" IS NOT OLD."id" OR NEW."deskId" IS NOT OLD."deskId" OR NEW."articleId" IS NOT OLD."articleId"
  OR NEW."revisionId" IS NOT OLD."revisionId" OR NEW."number" IS NOT OLD."number"
  OR NEW."createdById" IS NOT OLD."createdById" OR NEW."createdAt" IS NOT OLD."createdAt"
BEGIN SELECT RAISE(ABORT, 'A claim keeps its desk, revision, number and maker.'); END;

CREATE TRIGGER "Claim_no_delete" BEFORE DELETE ON "Claim"
BEGIN SELECT RAISE(ABORT, 'A claim is marked as deleted, never removed.'); END;

-- The parts of a claim belong to one desk: its own, its article's and its source's.
CREATE TRIGGER "Claim_one_desk_insert" BEFORE INSERT ON "Claim"
WHEN NEW."deskId" IS NOT (SELECT "deskId" FROM "Article" WHERE "id" = NEW."articleId")
  OR NEW."articleId" IS NOT (SELECT "articleId" FROM "Revision" WHERE "id" = NEW."revisionId")
  OR (NEW."sourceId" IS NOT NULL AND NEW."deskId" IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."sourceId"))
BEGIN SELECT RAISE(ABORT, 'A claim, its article and its source belong to one desk.'); END;

CREATE TRIGGER "Claim_one_desk_update" BEFORE UPDATE OF "sourceId" ON "Claim"
WHEN NEW."sourceId" IS NOT NULL AND NEW."deskId" IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."sourceId")
BEGIN SELECT RAISE(ABORT, 'A claim, its article and its source belong to one desk.'); END;
