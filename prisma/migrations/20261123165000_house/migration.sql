-- CreateTable
CREATE TABLE "House" (
    "deskId" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "logo" BLOB,
    "logoType" TEXT,
    "logoWidth" INTEGER,
    "logoHeight" INTEGER,
    "logoAlt" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
