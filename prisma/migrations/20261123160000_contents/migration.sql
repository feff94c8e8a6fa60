-- ADD COLUMN: nothing that hangs on "Article" or "Finding" is touched; of every article nobody has said yet, and no question is open.
ALTER TABLE "Article" ADD COLUMN "outlet" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Article" ADD COLUMN "publishedOn" TEXT;
ALTER TABLE "Finding" ADD COLUMN "question" TEXT NOT NULL DEFAULT '';
