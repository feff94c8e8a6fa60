-- AlterTable
ALTER TABLE "Preferences" ADD COLUMN "mail" TEXT NOT NULL DEFAULT 'all';
ALTER TABLE "Preferences" ADD COLUMN "mailVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "MailSwitch" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "since" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "deskId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "error" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MailNotice" (
    "userId" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "deskId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "mailId" TEXT,

    PRIMARY KEY ("userId", "ref"),
    CONSTRAINT "MailNotice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "MailNotice_mailId_idx" ON "MailNotice"("mailId");

-- CreateIndex
CREATE INDEX "Mail_state_nextAt_idx" ON "Mail"("state", "nextAt");

-- While mail is set up, what becomes a notice for somebody is noted for the outbox in the transaction that makes it one. Which of
-- it they may see, and want, is asked when the mail is made (lib/mail). Each notice once: one that was noted stays as it is.

CREATE TRIGGER "Mail_comment" AFTER INSERT ON "Comment" WHEN EXISTS (SELECT 1 FROM "MailSwitch")
BEGIN
  INSERT OR IGNORE INTO "MailNotice" ("userId", "ref", "deskId", "at", "mailId")
    SELECT m."createdById", NEW."id", NEW."deskId", NEW."createdAt", NULL FROM "Comment" m
      WHERE m."threadId" = NEW."threadId" AND m."createdById" <> NEW."createdById"
    UNION
    SELECT c."createdById", NEW."id", NEW."deskId", NEW."createdAt", NULL FROM "Claim" c
      WHERE c."id" = NEW."claimId" AND c."createdById" <> NEW."createdById";
END;

CREATE TRIGGER "Mail_mention" AFTER INSERT ON "CommentMention" WHEN EXISTS (SELECT 1 FROM "MailSwitch")
BEGIN
  INSERT OR IGNORE INTO "MailNotice" ("userId", "ref", "deskId", "at", "mailId")
    SELECT NEW."personId", m."id", m."deskId", COALESCE(m."editedAt", m."createdAt"), NULL FROM "Comment" m
      WHERE m."id" = NEW."commentId" AND m."createdById" <> NEW."personId";
END;

CREATE TRIGGER "Mail_return" AFTER INSERT ON "Transition" WHEN NEW."event" = 'return' AND EXISTS (SELECT 1 FROM "MailSwitch")
BEGIN
  INSERT OR IGNORE INTO "MailNotice" ("userId", "ref", "deskId", "at", "mailId")
    SELECT c."createdById", NEW."id", c."deskId", NEW."at", NULL FROM "Claim" c
      WHERE c."id" = NEW."claimId" AND c."createdById" <> NEW."actorId"
    UNION
    SELECT p."heirId", NEW."id", c."deskId", NEW."at", NULL FROM "Claim" c
      JOIN "CheckPart" p ON p."articleId" = c."articleId" AND p."personId" = c."createdById"
      WHERE c."id" = NEW."claimId" AND p."heirId" IS NOT NULL AND p."heirId" <> NEW."actorId";
END;

CREATE TRIGGER "Mail_part_given" AFTER INSERT ON "CheckPart"
WHEN NEW."givenById" <> NEW."personId" AND NEW."endedAt" IS NULL AND EXISTS (SELECT 1 FROM "MailSwitch")
BEGIN
  INSERT OR IGNORE INTO "MailNotice" ("userId", "ref", "deskId", "at", "mailId")
    VALUES (NEW."personId", NEW."articleId" || ' ' || NEW."since", NEW."deskId", NEW."since", NULL);
END;

CREATE TRIGGER "Mail_part_given_again" AFTER UPDATE OF "since" ON "CheckPart"
WHEN NEW."since" IS NOT OLD."since" AND NEW."givenById" <> NEW."personId" AND NEW."endedAt" IS NULL
  AND EXISTS (SELECT 1 FROM "MailSwitch")
BEGIN
  INSERT OR IGNORE INTO "MailNotice" ("userId", "ref", "deskId", "at", "mailId")
    VALUES (NEW."personId", NEW."articleId" || ' ' || NEW."since", NEW."deskId", NEW."since", NULL);
END;
