using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecondLook.Docket.Storage.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_offices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    register_number = table.Column<string>(type: "text", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    district = table.Column<string>(type: "text", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                    table.ForeignKey(
                        name: "FK_accounts_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district = table.Column<string>(type: "text", nullable: false),
                    docket_number = table.Column<string>(type: "text", nullable: false),
                    defendant = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    numbers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "logins",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_logins", x => x.name);
                    table.ForeignKey(
                        name: "FK_logins_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    standing = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<bool>(name: "sealed", type: "boolean", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    type = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    part = table.Column<string>(type: "text", nullable: true),
                    ends = table.Column<bool>(type: "boolean", nullable: true),
                    appointed = table.Column<bool>(type: "boolean", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    media_type = table.Column<string>(type: "text", nullable: true),
                    sha256 = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    in_force = table.Column<bool>(type: "boolean", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: true),
                    what = table.Column<string>(type: "text", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    citation = table.Column<string>(type: "text", nullable: true),
                    to_defense = table.Column<bool>(type: "boolean", nullable: true),
                    to_government = table.Column<bool>(type: "boolean", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    mailbox_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recalculation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    movant = table.Column<string>(type: "text", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amendments = table.Column<string>(type: "text", nullable: true),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<string>(type: "text", nullable: true),
                    matter = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    source_on = table.Column<DateOnly>(type: "date", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    appellant = table.Column<string>(type: "text", nullable: true),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: true),
                    upon_motion_of = table.Column<string>(type: "text", nullable: true),
                    granted = table.Column<bool>(type: "boolean", nullable: true),
                    last_term = table.Column<int>(type: "integer", nullable: true),
                    new_term = table.Column<int>(type: "integer", nullable: true),
                    time_served = table.Column<bool>(type: "boolean", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true),
                    beyond = table.Column<string>(type: "text", nullable: true),
                    relies_on = table.Column<string>(type: "text", nullable: true),
                    beyond_text = table.Column<string>(type: "text", nullable: true),
                    record_json = table.Column<string>(type: "text", nullable: true),
                    determination_json = table.Column<string>(type: "text", nullable: true),
                    law_fingerprint = table.Column<string>(type: "text", nullable: true),
                    engine_version = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    term = table.Column<int>(type: "integer", nullable: true),
                    lowest_term = table.Column<int>(type: "integer", nullable: true),
                    other_lowest_terms = table.Column<string>(type: "text", nullable: true),
                    amended_minimum = table.Column<int>(type: "integer", nullable: true),
                    earliest_effective = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_entries_accounts_by_id",
                        column: x => x.by_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_entries_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_entries_entries_subject_id",
                        column: x => x.subject_id,
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_entries_entries_supersedes_id",
                        column: x => x.supersedes_id,
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents", x => x.id);
                    table.ForeignKey(
                        name: "FK_contents_entries_id",
                        column: x => x.id,
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_office_id",
                table: "accounts",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_district_docket_number_defendant",
                table: "cases",
                columns: new[] { "district", "docket_number", "defendant" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_person_id",
                table: "cases",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_entries_by_id",
                table: "entries",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "IX_entries_case_id_number",
                table: "entries",
                columns: new[] { "case_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entries_due",
                table: "entries",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "IX_entries_office_id",
                table: "entries",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "IX_entries_subject_id",
                table: "entries",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "IX_entries_supersedes_id",
                table: "entries",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "one_entry_of_an_order",
                table: "entries",
                column: "subject_id",
                unique: true,
                filter: "type = 'OrderEntered'");

            migrationBuilder.CreateIndex(
                name: "one_first_order_of_a_ruling",
                table: "entries",
                column: "subject_id",
                unique: true,
                filter: "type = 'Order' AND supersedes_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "one_ruling_of_a_motion",
                table: "entries",
                column: "subject_id",
                unique: true,
                filter: "type = 'Ruling'");

            migrationBuilder.CreateIndex(
                name: "IX_logins_account_id",
                table: "logins",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_persons_register_number",
                table: "persons",
                column: "register_number",
                unique: true);

            migrationBuilder.Sql(AppendOnly.InPostgres);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contents");

            migrationBuilder.DropTable(
                name: "logins");

            migrationBuilder.DropTable(
                name: "entries");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "offices");

            migrationBuilder.DropTable(
                name: "persons");
        }
    }
}
