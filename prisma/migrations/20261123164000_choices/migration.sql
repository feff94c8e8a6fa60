-- AlterTable: editions that are there hold everything.
ALTER TABLE "Edition" ADD COLUMN "choices" TEXT NOT NULL DEFAULT '{}';
