-- AlterTable: editions that are there have no picture until the next one.
ALTER TABLE "Edition" ADD COLUMN "card" BLOB;

-- CreateTable
CREATE TABLE "EditionClosing" (
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "closedById" TEXT NOT NULL,
    "closedAt" DATETIME NOT NULL,

    PRIMARY KEY ("publicationId", "number"),
    CONSTRAINT "EditionClosing_publicationId_number_fkey" FOREIGN KEY ("publicationId", "number") REFERENCES "Edition" ("publicationId", "number") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TRIGGER "EditionClosing_not_the_newest" BEFORE INSERT ON "EditionClosing"
WHEN NEW."number" IS (SELECT MAX("number") FROM "Edition" WHERE "publicationId" = NEW."publicationId")
BEGIN SELECT RAISE(ABORT, 'The newest edition is not closed: the link is revoked.'); END;

CREATE TRIGGER "EditionClosing_no_update" BEFORE UPDATE ON "EditionClosing"
BEGIN SELECT RAISE(ABORT, 'A closing is taken back, never changed.'); END;
