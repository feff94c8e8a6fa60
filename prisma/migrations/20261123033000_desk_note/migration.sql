-- CreateTable
CREATE TABLE "DeskNote" (
    "claimId" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "DeskNote_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- A note taken away keeps its row with an empty text, so that its versions go on.
CREATE TRIGGER "DeskNote_no_delete" BEFORE DELETE ON "DeskNote"
BEGIN SELECT RAISE(ABORT, 'A desk note is emptied, never removed.'); END;
