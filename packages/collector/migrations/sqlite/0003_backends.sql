CREATE TABLE `backup` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`path` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `interaction` (
	`site` integer NOT NULL,
	`id` text NOT NULL,
	`touchpoint` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`respondent` text,
	`channel` integer NOT NULL,
	`segments` text,
	`unexpected` integer NOT NULL,
	`armed_until` integer,
	PRIMARY KEY(`site`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `interaction_respondent` ON `interaction` (`site`,`respondent`) WHERE "interaction"."respondent" is not null;--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` blob NOT NULL,
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`interaction` text,
	`respondent` text,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`cancelled_at` integer,
	`locale` text,
	`channel` integer NOT NULL,
	`segments` text,
	`unexpected` integer NOT NULL,
	PRIMARY KEY(`id`, `site`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `invitation_interaction` ON `invitation` (`site`,`interaction`) WHERE "invitation"."interaction" is not null;--> statement-breakpoint
CREATE INDEX `invitation_respondent` ON `invitation` (`site`,`respondent`) WHERE "invitation"."respondent" is not null;--> statement-breakpoint
CREATE TABLE `kiosk` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`site` integer NOT NULL,
	`name` text NOT NULL,
	`digest` blob NOT NULL,
	`touchpoint` integer NOT NULL,
	`locale` text,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kiosk_digest_unique` ON `kiosk` (`digest`);--> statement-breakpoint
ALTER TABLE `site` ADD `identity_generation` integer DEFAULT 0 NOT NULL;