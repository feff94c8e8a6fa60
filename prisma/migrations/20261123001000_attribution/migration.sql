-- CreateTable
CREATE TABLE "SourceAlias" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "SourceAlias_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SourceGrade" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "SourceGrade_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimLink" (
    "claimId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sourceType" TEXT,
    "sourceId" TEXT,
    "relation" TEXT NOT NULL,
    "stated" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "cueStart" INTEGER,
    "cueEnd" INTEGER,
    "cueQuote" TEXT,
    "hedges" TEXT NOT NULL,
    "anonymity" TEXT,

    PRIMARY KEY ("claimId", "ordinal"),
    CONSTRAINT "ClaimLink_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimLink_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Finding" (
    "claimId" TEXT NOT NULL PRIMARY KEY,
    "attributionCheck" TEXT NOT NULL,
    "contentCheck" TEXT NOT NULL,
    "credibility" INTEGER,
    "likelihood" TEXT,
    "rationale" TEXT NOT NULL,
    "correction" TEXT NOT NULL,
    CONSTRAINT "Finding_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "claimId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "archivedUrl" TEXT,
    "locator" TEXT NOT NULL,
    "retrievedOn" TEXT,
    "originGroupId" TEXT,
    "stance" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "id"),
    CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_originGroupId_fkey" FOREIGN KEY ("originGroupId") REFERENCES "OriginGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FlagMark" (
    "claimId" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "flag"),
    CONSTRAINT "FlagMark_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimRelation" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("fromId", "toId", "kind"),
    CONSTRAINT "ClaimRelation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimRelation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OriginGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "attested" TEXT,
    "version" INTEGER NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "OriginGroup_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OriginGroup_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OriginMember" (
    "groupId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,

    PRIMARY KEY ("groupId", "sourceId"),
    CONSTRAINT "OriginMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "OriginGroup" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OriginMember_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- By hand instead of the new table Prisma would make: triggers of "Claim" name "Source", so SQLite refuses to rename another to it.
ALTER TABLE "Source" ADD COLUMN "affiliation" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Source" ADD COLUMN "role" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Source" ADD COLUMN "language" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Source" ADD COLUMN "homepage" TEXT;
ALTER TABLE "Source" ADD COLUMN "wikidata" TEXT;
ALTER TABLE "Source" ADD COLUMN "parentId" TEXT REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Source" ADD COLUMN "mergedIntoId" TEXT REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Source" ADD COLUMN "canonicalId" TEXT REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Source" ADD COLUMN "retractedAt" DATETIME;
ALTER TABLE "Source" ADD COLUMN "retraction" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Source" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "Source_canonicalId_idx" ON "Source"("canonicalId");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Source_parentId_idx" ON "Source"("parentId");

-- CreateIndex
CREATE INDEX "SourceAlias_sourceId_idx" ON "SourceAlias"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceAlias_deskId_nameKey_key" ON "SourceAlias"("deskId", "nameKey");

-- CreateIndex
CREATE INDEX "SourceGrade_sourceId_at_id_idx" ON "SourceGrade"("sourceId", "at", "id");

-- CreateIndex
CREATE INDEX "ClaimLink_sourceId_idx" ON "ClaimLink"("sourceId");

-- CreateIndex
CREATE INDEX "Evidence_originGroupId_idx" ON "Evidence"("originGroupId");

-- CreateIndex
CREATE INDEX "ClaimRelation_toId_idx" ON "ClaimRelation"("toId");

-- CreateIndex
CREATE INDEX "OriginGroup_articleId_idx" ON "OriginGroup"("articleId");

-- CreateIndex
CREATE INDEX "OriginMember_sourceId_idx" ON "OriginMember"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "OriginMember_articleId_sourceId_key" ON "OriginMember"("articleId", "sourceId");

CREATE TRIGGER "SourceGrade_no_update" BEFORE UPDATE ON "SourceGrade"
BEGIN SELECT RAISE(ABORT, 'A grade never changes; a new one follows it.'); END;

CREATE TRIGGER "SourceGrade_no_delete" BEFORE DELETE ON "SourceGrade"
BEGIN SELECT RAISE(ABORT, 'A grade is never deleted.'); END;

CREATE TRIGGER "Source_stays_put" BEFORE UPDATE OF "id", "deskId", "createdById", "createdAt" ON "Source"
WHEN NEW."id" IS NOT OLD."id" OR NEW."deskId" IS NOT OLD."deskId"
  OR NEW."createdById" IS NOT OLD."createdById" OR NEW."createdAt" IS NOT OLD."createdAt"
BEGIN SELECT RAISE(ABORT, 'A source keeps its desk and its beginnings.'); END;

-- Whatever points at a source is of the source's desk; whatever ties claims together is of one article.
CREATE TRIGGER "Source_one_desk_update" BEFORE UPDATE OF "parentId", "mergedIntoId", "canonicalId" ON "Source"
WHEN (NEW."parentId" IS NOT NULL AND NEW."deskId" IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."parentId"))
  OR (NEW."mergedIntoId" IS NOT NULL AND NEW."deskId" IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."mergedIntoId"))
  OR (NEW."canonicalId" IS NOT NULL AND NEW."deskId" IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."canonicalId"))
BEGIN SELECT RAISE(ABORT, 'A source belongs to one desk with those it is tied to.'); END;

CREATE TRIGGER "SourceAlias_one_desk" BEFORE INSERT ON "SourceAlias"
WHEN NEW."deskId" IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."sourceId")
BEGIN SELECT RAISE(ABORT, 'An alias belongs to the desk of its source.'); END;

CREATE TRIGGER "ClaimLink_one_desk" BEFORE INSERT ON "ClaimLink"
WHEN NEW."sourceId" IS NOT NULL
  AND (SELECT "deskId" FROM "Claim" WHERE "id" = NEW."claimId") IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."sourceId")
BEGIN SELECT RAISE(ABORT, 'A claim and the sources of its chain belong to one desk.'); END;

CREATE TRIGGER "ClaimRelation_one_article" BEFORE INSERT ON "ClaimRelation"
WHEN (SELECT "articleId" FROM "Claim" WHERE "id" = NEW."fromId") IS NOT (SELECT "articleId" FROM "Claim" WHERE "id" = NEW."toId")
  OR NEW."fromId" = NEW."toId"
BEGIN SELECT RAISE(ABORT, 'A relation ties two claims of one article.'); END;

CREATE TRIGGER "OriginMember_one_desk" BEFORE INSERT ON "OriginMember"
WHEN (SELECT "deskId" FROM "OriginGroup" WHERE "id" = NEW."groupId") IS NOT (SELECT "deskId" FROM "Source" WHERE "id" = NEW."sourceId")
  OR (SELECT "articleId" FROM "OriginGroup" WHERE "id" = NEW."groupId") IS NOT NEW."articleId"
BEGIN SELECT RAISE(ABORT, 'An origin group and its sources belong to one desk.'); END;

CREATE TRIGGER "Evidence_one_article" BEFORE INSERT ON "Evidence"
WHEN NEW."originGroupId" IS NOT NULL
  AND (SELECT "articleId" FROM "Claim" WHERE "id" = NEW."claimId") IS NOT (SELECT "articleId" FROM "OriginGroup" WHERE "id" = NEW."originGroupId")
BEGIN SELECT RAISE(ABORT, 'Evidence counts in an origin group of its own article.'); END;
