CREATE TABLE `access` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`site` integer NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`digest` blob NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_digest_unique` ON `access` (`digest`);--> statement-breakpoint
CREATE TABLE `comment` (
	`id` blob NOT NULL,
	`site` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`id`, `site`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pass` (
	`day` integer NOT NULL,
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`outcome` integer NOT NULL,
	`hour` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `site`, `touchpoint`, `outcome`, `hour`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reason` (
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`id` integer NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`site`, `touchpoint`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `reason_site_touchpoint_key_unique` ON `reason` (`site`,`touchpoint`,`key`);--> statement-breakpoint
CREATE TABLE `response` (
	`id` blob NOT NULL,
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`revision` integer NOT NULL,
	`status` integer NOT NULL,
	`emotion` integer NOT NULL,
	`strength` integer NOT NULL,
	`evaluation_scale` integer NOT NULL,
	`evaluation_value` integer NOT NULL,
	`latency_ms` integer,
	`at` integer NOT NULL,
	`received_after` integer NOT NULL,
	`answered_after` integer,
	`version` integer NOT NULL,
	`prompted` integer NOT NULL,
	`test` integer NOT NULL,
	`unexpected` integer NOT NULL,
	`channel` integer NOT NULL,
	`locale` integer NOT NULL,
	`segments` text,
	`reasons` text,
	`interaction` text,
	`respondent` text,
	`invitation` text,
	PRIMARY KEY(`id`, `site`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `response_interaction` ON `response` (`site`,`interaction`) WHERE "response"."interaction" is not null;--> statement-breakpoint
CREATE INDEX `response_respondent` ON `response` (`site`,`respondent`) WHERE "response"."respondent" is not null;--> statement-breakpoint
CREATE TABLE `secret_key` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`site` integer NOT NULL,
	`name` text NOT NULL,
	`digest` blob NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_day` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `secret_key_digest_unique` ON `secret_key` (`digest`);--> statement-breakpoint
CREATE TABLE `segment` (
	`site` integer NOT NULL,
	`id` integer NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`site`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `segment_site_name_value_unique` ON `segment` (`site`,`name`,`value`);--> statement-breakpoint
CREATE TABLE `session` (
	`digest` blob PRIMARY KEY NOT NULL,
	`site` integer NOT NULL,
	`access` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `site` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_key` text NOT NULL,
	`name` text NOT NULL,
	`origins` text NOT NULL,
	`time_zone` text NOT NULL,
	`gap_minutes` integer NOT NULL,
	`daily_cap` integer NOT NULL,
	`retention` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `site_public_key_unique` ON `site` (`public_key`);--> statement-breakpoint
CREATE TABLE `tally_day` (
	`bucket` integer NOT NULL,
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`segment` integer NOT NULL,
	`version` integer NOT NULL,
	`prompted` integer NOT NULL,
	`test` integer NOT NULL,
	`status` integer NOT NULL,
	`scale` integer NOT NULL,
	`emotion` integer NOT NULL,
	`rating` integer NOT NULL,
	`latency_bin` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`bucket`, `site`, `touchpoint`, `segment`, `version`, `prompted`, `test`, `status`, `scale`, `emotion`, `rating`, `latency_bin`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_hour` (
	`bucket` integer NOT NULL,
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`segment` integer NOT NULL,
	`version` integer NOT NULL,
	`prompted` integer NOT NULL,
	`test` integer NOT NULL,
	`status` integer NOT NULL,
	`scale` integer NOT NULL,
	`emotion` integer NOT NULL,
	`rating` integer NOT NULL,
	`latency_bin` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`bucket`, `site`, `touchpoint`, `segment`, `version`, `prompted`, `test`, `status`, `scale`, `emotion`, `rating`, `latency_bin`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_retired` (
	`bucket` integer NOT NULL,
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`segment` integer NOT NULL,
	`version` integer NOT NULL,
	`prompted` integer NOT NULL,
	`test` integer NOT NULL,
	`status` integer NOT NULL,
	`scale` integer NOT NULL,
	`emotion` integer NOT NULL,
	`rating` integer NOT NULL,
	`latency_bin` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`bucket`, `site`, `touchpoint`, `segment`, `version`, `prompted`, `test`, `status`, `scale`, `emotion`, `rating`, `latency_bin`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `touchpoint` (
	`site` integer NOT NULL,
	`id` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`confirmed` integer NOT NULL,
	`hidden` integer NOT NULL,
	PRIMARY KEY(`site`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `touchpoint_site_key_unique` ON `touchpoint` (`site`,`key`);--> statement-breakpoint
CREATE TABLE `touchpoint_version` (
	`site` integer NOT NULL,
	`touchpoint` integer NOT NULL,
	`version` integer NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site`, `touchpoint`, `version`)
) WITHOUT ROWID;
