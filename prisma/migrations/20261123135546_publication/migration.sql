-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deskId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "listed" BOOLEAN NOT NULL,
    "passwordHash" TEXT,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    "version" INTEGER NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Publication_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Edition" (
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "data" BLOB NOT NULL,
    "page" BLOB NOT NULL,
    "pageSha256" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "publishedById" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,

    PRIMARY KEY ("publicationId", "number"),
    CONSTRAINT "Edition_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Publication_articleId_key" ON "Publication"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_slug_key" ON "Publication"("slug");

-- CreateIndex
CREATE INDEX "Publication_deskId_idx" ON "Publication"("deskId");

CREATE TRIGGER "Publication_stays_put" BEFORE UPDATE OF "id", "deskId", "articleId", "slug", "createdById", "createdAt" ON "Publication"
WHEN NEW."id" IS NOT OLD."id" OR NEW."deskId" IS NOT OLD."deskId" OR NEW."articleId" IS NOT OLD."articleId"
  OR NEW."slug" IS NOT OLD."slug" OR NEW."createdById" IS NOT OLD."createdById" OR NEW."createdAt" IS NOT OLD."createdAt"
BEGIN SELECT RAISE(ABORT, 'A publication keeps its article and its address.'); END;

CREATE TRIGGER "Publication_no_delete" BEFORE DELETE ON "Publication"
BEGIN SELECT RAISE(ABORT, 'A publication is revoked, never removed.'); END;

CREATE TRIGGER "Publication_one_desk" BEFORE INSERT ON "Publication"
WHEN NEW."deskId" IS NOT (SELECT "deskId" FROM "Article" WHERE "id" = NEW."articleId")
BEGIN SELECT RAISE(ABORT, 'A publication and its article belong to one desk.'); END;

CREATE TRIGGER "Edition_no_update" BEFORE UPDATE ON "Edition"
BEGIN SELECT RAISE(ABORT, 'An edition never changes.'); END;

CREATE TRIGGER "Edition_no_delete" BEFORE DELETE ON "Edition"
BEGIN SELECT RAISE(ABORT, 'An edition is never deleted.'); END;

CREATE TRIGGER "Edition_in_order" BEFORE INSERT ON "Edition"
WHEN NEW."number" IS NOT (SELECT COUNT(*) + 1 FROM "Edition" WHERE "publicationId" = NEW."publicationId")
BEGIN SELECT RAISE(ABORT, 'Editions are numbered without a gap.'); END;
