-- While an article is checked blind its claims do not wait. Whatever that is worked out from marks the claims it may concern.
CREATE TRIGGER "Queue_assignment_in" AFTER INSERT ON "Assignment" WHEN NEW."checkers" >= 2
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") SELECT 'claim', "id" FROM "Claim" WHERE "articleId" = NEW."articleId" AND "state" = 'submitted'
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_assignment_changed" AFTER UPDATE OF "checkers", "endedAt" ON "Assignment"
WHEN NEW."checkers" IS NOT OLD."checkers" OR NEW."endedAt" IS NOT OLD."endedAt"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id") SELECT 'claim', "id" FROM "Claim" WHERE "articleId" = NEW."articleId" AND "state" = 'submitted'
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "Queue_part_handed_in" AFTER UPDATE OF "handedInAt" ON "CheckPart" WHEN NEW."handedInAt" IS NOT OLD."handedInAt"
BEGIN
  INSERT INTO "QueueMark" ("kind", "id")
    SELECT 'claim', c."id" FROM "Claim" c JOIN "Assignment" a ON a."articleId" = c."articleId"
    WHERE c."articleId" = NEW."articleId" AND c."state" = 'submitted' AND a."checkers" >= 2
    ON CONFLICT DO NOTHING;
END;
