-- DropIndex
DROP INDEX "Claim_deskId_createdById_state_idx";

-- CreateIndex
CREATE INDEX "Claim_deskId_createdById_state_updatedAt_idx" ON "Claim"("deskId", "createdById", "state", "updatedAt");
