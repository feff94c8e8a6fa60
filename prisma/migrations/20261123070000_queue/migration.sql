-- CreateTable
CREATE TABLE "QueueMark" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,

    PRIMARY KEY ("kind", "id")
);

-- CreateTable
CREATE TABLE "QueueEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "cell" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "lists" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "QueueList" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "QueuePosting" (
    "list" INTEGER NOT NULL,
    "cell" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "entry" INTEGER NOT NULL,

    PRIMARY KEY ("list", "cell", "at", "place", "entry")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "QueueCount" (
    "list" INTEGER NOT NULL,
    "cell" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,

    PRIMARY KEY ("list", "cell")
) WITHOUT ROWID;

-- CreateIndex
CREATE UNIQUE INDEX "QueueEntry_claimId_key" ON "QueueEntry"("claimId");

-- CreateIndex
CREATE INDEX "QueueList_deskId_kind_waiting_idx" ON "QueueList"("deskId", "kind", "waiting");

-- CreateIndex
CREATE UNIQUE INDEX "QueueList_deskId_kind_ref_key" ON "QueueList"("deskId", "kind", "ref");

-- CreateIndex
CREATE INDEX "QueuePosting_list_cell_place_at_entry_idx" ON "QueuePosting"("list", "cell", "place", "at", "entry");

-- What is listed is counted, by whoever lists it.
CREATE TRIGGER "QueuePosting_counted_in" AFTER INSERT ON "QueuePosting"
BEGIN
  INSERT INTO "QueueCount" ("list", "cell", "waiting") VALUES (NEW."list", NEW."cell", 1)
    ON CONFLICT ("list", "cell") DO UPDATE SET "waiting" = "waiting" + 1;
  UPDATE "QueueList" SET "waiting" = "waiting" + 1 WHERE "id" = NEW."list";
END;

CREATE TRIGGER "QueuePosting_counted_out" AFTER DELETE ON "QueuePosting"
BEGIN
  UPDATE "QueueCount" SET "waiting" = "waiting" - 1 WHERE "list" = OLD."list" AND "cell" = OLD."cell";
  DELETE FROM "QueueCount" WHERE "list" = OLD."list" AND "cell" = OLD."cell" AND "waiting" = 0;
  UPDATE "QueueList" SET "waiting" = "waiting" - 1 WHERE "id" = OLD."list";
END;

-- Whatever an entry of the queue is worked out from, marks its claim, whoever writes it. The write gate works marked claims
-- out anew before the transaction ends (lib/claims/queue/mutations.ts).
CREATE TRIGGER "Queue_claim_in" AFTER INSERT ON "Claim" WHEN NEW."state" = 'submitted'
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."id") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_claim_changed"
AFTER UPDATE OF "state", "deletedAt", "submittedAt", "sourceType", "sourceId", "confidence" ON "Claim"
WHEN NEW."state" = 'submitted' OR OLD."state" = 'submitted'
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."id") ON CONFLICT DO NOTHING;
END;

-- A claim that goes or comes back bears on those it is tied to, and takes its steps from one source to the next along.
CREATE TRIGGER "Queue_claim_gone" AFTER UPDATE OF "deletedAt" ON "Claim" WHEN NEW."deletedAt" IS NOT OLD."deletedAt"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', "toId" FROM "ClaimRelation" WHERE "fromId" = NEW."id"
    UNION SELECT 'claim', "fromId" FROM "ClaimRelation" WHERE "toId" = NEW."id"
    UNION SELECT 'circles', NEW."articleId" WHERE EXISTS (SELECT 1 FROM "ClaimLink" WHERE "claimId" = NEW."id")
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_tag_changed" AFTER UPDATE OF "sourceId" ON "Claim"
WHEN NEW."sourceId" IS NOT OLD."sourceId" AND EXISTS (SELECT 1 FROM "ClaimLink" WHERE "claimId" = NEW."id")
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('circles', NEW."articleId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_link_in" AFTER INSERT ON "ClaimLink"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', "id" FROM "Claim" WHERE "id" = NEW."claimId" AND "state" = 'submitted'
    UNION ALL SELECT 'circles', "articleId" FROM "Claim" WHERE "id" = NEW."claimId"
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_link_changed" AFTER UPDATE ON "ClaimLink"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', "id" FROM "Claim" WHERE "id" = NEW."claimId" AND "state" = 'submitted'
    UNION ALL SELECT 'circles', "articleId" FROM "Claim" WHERE "id" = NEW."claimId"
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_link_out" AFTER DELETE ON "ClaimLink"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', "id" FROM "Claim" WHERE "id" = OLD."claimId" AND "state" = 'submitted'
    UNION ALL SELECT 'circles', "articleId" FROM "Claim" WHERE "id" = OLD."claimId"
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_span_in" AFTER INSERT ON "ClaimSpan"
WHEN NEW."ordinal" = 0 AND EXISTS (SELECT 1 FROM "Claim" WHERE "id" = NEW."claimId" AND "state" = 'submitted')
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_finding_in" AFTER INSERT ON "Finding"
WHEN EXISTS (SELECT 1 FROM "Claim" WHERE "id" = NEW."claimId" AND "state" = 'submitted')
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_finding_changed" AFTER UPDATE ON "Finding"
WHEN EXISTS (SELECT 1 FROM "Claim" WHERE "id" = NEW."claimId" AND "state" = 'submitted')
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_finding_out" AFTER DELETE ON "Finding"
WHEN EXISTS (SELECT 1 FROM "Claim" WHERE "id" = OLD."claimId" AND "state" = 'submitted')
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', OLD."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_flag_in" AFTER INSERT ON "FlagMark"
WHEN EXISTS (SELECT 1 FROM "Claim" WHERE "id" = NEW."claimId" AND "state" = 'submitted')
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_flag_changed" AFTER UPDATE ON "FlagMark"
WHEN EXISTS (SELECT 1 FROM "Claim" WHERE "id" = NEW."claimId" AND "state" = 'submitted')
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', NEW."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_flag_out" AFTER DELETE ON "FlagMark"
WHEN EXISTS (SELECT 1 FROM "Claim" WHERE "id" = OLD."claimId" AND "state" = 'submitted')
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('claim', OLD."claimId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_relation_in" AFTER INSERT ON "ClaimRelation"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', "id" FROM "Claim" WHERE "id" IN (NEW."fromId", NEW."toId") AND "state" = 'submitted' ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_relation_changed" AFTER UPDATE ON "ClaimRelation"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', "id" FROM "Claim" WHERE "id" IN (NEW."fromId", NEW."toId") AND "state" = 'submitted' ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_relation_out" AFTER DELETE ON "ClaimRelation"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', "id" FROM "Claim" WHERE "id" IN (OLD."fromId", OLD."toId") AND "state" = 'submitted' ON CONFLICT DO NOTHING;
END;

-- Two sources that are one may close a circle, in every article with both on its chains.
CREATE TRIGGER "Queue_source_merged" AFTER UPDATE OF "canonicalId" ON "Source" WHEN NEW."canonicalId" IS NOT OLD."canonicalId"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT DISTINCT 'circles', c."articleId" FROM "ClaimLink" l JOIN "Claim" c ON c."id" = l."claimId" WHERE l."sourceId" = NEW."id"
    UNION
    SELECT DISTINCT 'circles', c."articleId" FROM "Claim" c
      WHERE c."sourceId" = NEW."id" AND EXISTS (SELECT 1 FROM "ClaimLink" l WHERE l."claimId" = c."id")
    ON CONFLICT DO NOTHING;
END;

-- Claims of an article that is checked blind do not wait for a decision until all its checkers have handed in.
CREATE TRIGGER "Queue_assigned" AFTER INSERT ON "Assignment"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('article', NEW."articleId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_assignment_changed" AFTER UPDATE OF "checkers", "endedAt" ON "Assignment"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('article', NEW."articleId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_part_in" AFTER INSERT ON "CheckPart"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('article', NEW."articleId") ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_part_changed" AFTER UPDATE OF "handedInAt", "endedAt" ON "CheckPart"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") VALUES ('article', NEW."articleId") ON CONFLICT DO NOTHING;
END;

-- What waits already is marked, to be listed before the first page is asked for.
INSERT INTO "QueueMark" ("kind", "id") SELECT 'claim', "id" FROM "Claim" WHERE "state" = 'submitted' AND "deletedAt" IS NULL;
