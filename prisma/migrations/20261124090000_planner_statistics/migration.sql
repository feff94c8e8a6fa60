-- What SQLite is told of the tables, the same on every desk and never counted (docs/decisions/0031-plans-do-not-follow-the-data.md): a desk has
-- many rows, so that rows asked for by their ids, on a desk, are looked up by their ids. Told nothing, it expects ten rows a desk and reads them all.
-- ANALYZE makes the table these lines stand in. The first number is how many rows there are, each other how many are alike in so many columns.
ANALYZE "Desk";
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 ("tbl", "idx", "stat") VALUES
  ('Article', 'Article_deskId_createdAt_id_idx', '100000 10000 1 1'),
  ('Source', 'Source_deskId_nameKey_key', '100000 10000 1'),
  ('SourceAlias', 'SourceAlias_deskId_nameKey_key', '100000 10000 1'),
  ('Claim', 'Claim_deskId_state_submittedAt_id_idx', '1000000 100000 20000 2 1'),
  ('Claim', 'Claim_deskId_createdById_state_updatedAt_idx', '1000000 100000 5000 1000 1'),
  ('AuditEvent', 'AuditEvent_deskId_at_id_idx', '10000000 1000000 2 1'),
  ('Comment', 'Comment_deskId_createdAt_idx', '1000000 100000 1'),
  ('Publication', 'Publication_deskId_idx', '10000 1000'),
  ('SavedView', 'SavedView_deskId_userId_name_key', '10000 1000 10 1');
