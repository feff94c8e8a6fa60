-- CreateTable
CREATE TABLE "QueueAge" (
    "list" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "entry" INTEGER NOT NULL,

    PRIMARY KEY ("list", "at", "entry")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "TallyMark" (
    "claimId" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "TallyStep" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "waited" BIGINT,
    "reasonId" TEXT
);

-- CreateTable
CREATE TABLE "TallyList" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TallyPosting" (
    "list" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "step" INTEGER NOT NULL,

    PRIMARY KEY ("list", "at", "step")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "TallyDay" (
    "list" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "steps" INTEGER NOT NULL,

    PRIMARY KEY ("list", "day")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "LikelihoodSaid" (
    "claimId" TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "TallyStep_claimId_idx" ON "TallyStep"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "TallyList_deskId_kind_ref_key" ON "TallyList"("deskId", "kind", "ref");

-- What waits, in the order of time, whatever cell it is in.
CREATE TRIGGER "QueueAge_in" AFTER INSERT ON "QueuePosting" WHEN (SELECT "kind" FROM "QueueList" WHERE "id" = NEW."list") = 'all'
BEGIN
  INSERT INTO "QueueAge" ("list", "at", "entry") VALUES (NEW."list", NEW."at", NEW."entry");
END;

CREATE TRIGGER "QueueAge_out" AFTER DELETE ON "QueuePosting" WHEN (SELECT "kind" FROM "QueueList" WHERE "id" = OLD."list") = 'all'
BEGIN
  DELETE FROM "QueueAge" WHERE "list" = OLD."list" AND "at" = OLD."at" AND "entry" = OLD."entry";
END;

-- What was done with a claim marks it, whoever writes it. The write gate works marked claims out anew before the
-- transaction ends (lib/claims/tally/mutations.ts).
CREATE TRIGGER "Tally_claim_in" AFTER INSERT ON "Claim"
BEGIN
  INSERT INTO "TallyMark" ("claimId") VALUES (NEW."id") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Tally_claim_gone" AFTER UPDATE OF "deletedAt" ON "Claim" WHEN NEW."deletedAt" IS NOT OLD."deletedAt"
BEGIN
  INSERT INTO "TallyMark" ("claimId") VALUES (NEW."id") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Tally_claim_moved" AFTER INSERT ON "Transition"
BEGIN
  INSERT INTO "TallyMark" ("claimId") VALUES (NEW."claimId") ON CONFLICT DO NOTHING;
END;

-- What is listed is counted by day, by whoever lists it.
CREATE TRIGGER "TallyPosting_counted_in" AFTER INSERT ON "TallyPosting"
BEGIN
  INSERT INTO "TallyDay" ("list", "day", "steps") VALUES (NEW."list", NEW."at" / 86400000, 1)
    ON CONFLICT ("list", "day") DO UPDATE SET "steps" = "steps" + 1;
END;

CREATE TRIGGER "TallyPosting_counted_out" AFTER DELETE ON "TallyPosting"
BEGIN
  UPDATE "TallyDay" SET "steps" = "steps" - 1 WHERE "list" = OLD."list" AND "day" = OLD."at" / 86400000;
  DELETE FROM "TallyDay" WHERE "list" = OLD."list" AND "day" = OLD."at" / 86400000 AND "steps" = 0;
END;

-- A claim that was given a likelihood is looked at when somebody asks how their likelihoods came out, also after it was taken away.
CREATE TRIGGER "LikelihoodSaid_in" AFTER INSERT ON "Finding" WHEN NEW."likelihood" IS NOT NULL
BEGIN
  INSERT INTO "LikelihoodSaid" ("claimId") VALUES (NEW."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "LikelihoodSaid_changed" AFTER UPDATE OF "likelihood" ON "Finding" WHEN NEW."likelihood" IS NOT NULL
BEGIN
  INSERT INTO "LikelihoodSaid" ("claimId") VALUES (NEW."claimId") ON CONFLICT DO NOTHING;
END;

-- What there is already.
INSERT INTO "QueueAge" ("list", "at", "entry")
  SELECT p."list", p."at", p."entry" FROM "QueueList" l JOIN "QueuePosting" p ON p."list" = l."id" WHERE l."kind" = 'all';

INSERT INTO "TallyMark" ("claimId") SELECT "id" FROM "Claim" WHERE "deletedAt" IS NULL;

INSERT INTO "LikelihoodSaid" ("claimId")
  SELECT "claimId" FROM "Finding" WHERE "likelihood" IS NOT NULL
  UNION
  SELECT e."subjectId" FROM "AuditEvent" e JOIN "Claim" c ON c."id" = e."subjectId"
    WHERE e."type" IN ('claim.created', 'claim.edited') AND e."data" LIKE '%"likelihood":"%';
