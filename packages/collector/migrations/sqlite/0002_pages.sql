CREATE TABLE `action` (
	`site` integer NOT NULL,
	`id` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`day` integer NOT NULL,
	`text` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site`, `id`)
);
--> statement-breakpoint
CREATE TABLE `refusal` (
	`site` integer NOT NULL,
	`day` integer NOT NULL,
	`reason` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`site`, `day`, `reason`)
);
--> statement-breakpoint
CREATE TABLE `share` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`site` integer NOT NULL,
	`name` text NOT NULL,
	`digest` blob NOT NULL,
	`path` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_digest_unique` ON `share` (`digest`);--> statement-breakpoint
CREATE TABLE `sighting` (
	`site` integer NOT NULL,
	`origin` text NOT NULL,
	`kind` text NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`site`, `origin`, `kind`)
);
--> statement-breakpoint
ALTER TABLE `session` ADD `seen_day` integer;--> statement-breakpoint
ALTER TABLE `touchpoint` ADD `merged_into` integer;--> statement-breakpoint
ALTER TABLE `comment` ADD `at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `comment_at` ON `comment` (`site`,`at`);--> statement-breakpoint
UPDATE `comment` SET `at` = coalesce((select `at` from `response` where `response`.`id` = `comment`.`id` and `response`.`site` = `comment`.`site`), 0);