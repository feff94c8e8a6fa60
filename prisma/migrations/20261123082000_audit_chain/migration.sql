-- Each event carries what follows from it and all before it (lib/audit/chain.ts). Events from before this have none.
ALTER TABLE "AuditEvent" ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';
