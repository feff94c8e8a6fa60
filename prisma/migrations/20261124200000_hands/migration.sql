-- Who edited a claim before whoever edited it last, since it was last approved: four eyes looks at all of them.
ALTER TABLE "Claim" ADD COLUMN "earlierEditorIds" TEXT NOT NULL DEFAULT '[]';

-- Each edit in the trail tells who had edited the claim before it. What counts are those after the approval that stands, but for the edit that
-- reopened the claim, which tells of somebody before it; of an approved claim, those before that approval, which may still be taken back.
-- An edit that undid a fix tells of the one whose fix it undid.
UPDATE "Claim" SET "earlierEditorIds" = (
  SELECT COALESCE(json_group_array(h."who"), '[]') FROM (
    SELECT DISTINCT json_extract(e."data", '$.lastEditedById') AS "who" FROM "AuditEvent" e
    WHERE e."subjectId" = "Claim"."id" AND e."type" = 'claim.edited'
      AND json_extract(e."data", '$.lastEditedById') NOT IN ("Claim"."createdById", "Claim"."lastEditedById")
      AND json_extract(e."data", '$.version') > COALESCE((
        SELECT MAX(t."claimVersion") + 1 FROM "Transition" t
        WHERE t."claimId" = "Claim"."id" AND t."event" = 'approve' AND NOT ("Claim"."state" = 'approved' AND t."claimVersion" = "Claim"."version")
          AND NOT EXISTS (
            SELECT 1 FROM "Transition" u
            WHERE u."claimId" = t."claimId" AND u."event" = 'undo_decision' AND u."claimVersion" = t."claimVersion" + 1)), 0)
      AND NOT EXISTS (
        SELECT 1 FROM "Transition" u WHERE u."claimId" = "Claim"."id" AND u."event" = 'undo_decision'
          AND u."claimVersion" = json_extract(e."data", '$.version'))
  ) h)
WHERE "id" IN (SELECT "subjectId" FROM "AuditEvent" WHERE "type" = 'claim.edited');
