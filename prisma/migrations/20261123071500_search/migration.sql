-- CreateTable
CREATE TABLE "SearchMark" (
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    PRIMARY KEY ("kind", "ref")
);

-- CreateTable
CREATE TABLE "SearchDoc" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "deskId" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "SearchDoc_kind_ref_key" ON "SearchDoc"("kind", "ref");

-- Words only, by the id of their SearchDoc: the texts stand where they belong (https://sqlite.org/fts5.html#contentless_delete_tables).
CREATE VIRTUAL TABLE "ArticleWords" USING fts5 ("words", content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE "ClaimWords" USING fts5 ("words", content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE "SourceWords" USING fts5 ("words", content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');

-- Whatever can be found by its words marks itself when they change; the gate indexes it before the write ends
-- (lib/search/mutations.ts). What a desk keeps to itself about a claim is not among it.
CREATE TRIGGER "Search_article_in" AFTER INSERT ON "Article"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('article', NEW."id") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_article_changed" AFTER UPDATE OF "title" ON "Article"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('article', NEW."id") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_article_gone" AFTER DELETE ON "Article"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('article', OLD."id") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_revision_in" AFTER INSERT ON "Revision"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('article', NEW."articleId") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_claim_changed" AFTER UPDATE OF "note", "deletedAt" ON "Claim"
WHEN NEW."note" IS NOT OLD."note" OR NEW."deletedAt" IS NOT OLD."deletedAt"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('claim', NEW."id") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_span_in" AFTER INSERT ON "ClaimSpan"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('claim', NEW."claimId") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_span_changed" AFTER UPDATE OF "quote" ON "ClaimSpan"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('claim', NEW."claimId") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_span_out" AFTER DELETE ON "ClaimSpan"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('claim', OLD."claimId") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_source_in" AFTER INSERT ON "Source"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('source', NEW."id") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_source_changed" AFTER UPDATE OF "name" ON "Source"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('source', NEW."id") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_alias_in" AFTER INSERT ON "SourceAlias"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('source', NEW."sourceId") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_alias_changed" AFTER UPDATE OF "name", "sourceId" ON "SourceAlias"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('source', NEW."sourceId"), ('source', OLD."sourceId") ON CONFLICT DO NOTHING; END;

CREATE TRIGGER "Search_alias_out" AFTER DELETE ON "SourceAlias"
BEGIN INSERT INTO "SearchMark" ("kind", "ref") VALUES ('source', OLD."sourceId") ON CONFLICT DO NOTHING; END;

-- What is there already, the oldest first.
INSERT INTO "SearchMark" ("kind", "ref") SELECT 'source', "id" FROM "Source" ORDER BY "id" DESC;
INSERT INTO "SearchMark" ("kind", "ref") SELECT 'claim', "id" FROM "Claim" WHERE "deletedAt" IS NULL ORDER BY "id" DESC;
INSERT INTO "SearchMark" ("kind", "ref") SELECT 'article', "id" FROM "Article" ORDER BY "id" DESC;
