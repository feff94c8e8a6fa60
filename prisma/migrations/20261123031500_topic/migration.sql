-- ADD COLUMN: nothing that hangs on "Article" is touched, and every article begins without a topic.
ALTER TABLE "Article" ADD COLUMN "topic" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Article" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
