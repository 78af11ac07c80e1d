using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

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
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_name = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    is_sealed = table.Column<bool>(type: "boolean", nullable: false),
                    searched = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                    table.ForeignKey(
                        name: "FK_audit_accounts_by_id",
                        column: x => x.by_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    cases = table.Column<string>(type: "text", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batches", x => x.id);
                    table.ForeignKey(
                        name: "FK_batches_accounts_by_id",
                        column: x => x.by_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    map = table.Column<string>(type: "text", nullable: true),
                    amendments = table.Column<string>(type: "text", nullable: true),
                    order_date = table.Column<DateOnly>(type: "date", nullable: true),
                    read = table.Column<int>(type: "integer", nullable: false),
                    stored = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    started = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    resumed = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    read_before = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_imports_accounts_by_id",
                        column: x => x.by_id,
                        principalTable: "accounts",
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
                name: "views",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    filter = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_views", x => new { x.account_id, x.name });
                    table.ForeignKey(
                        name: "FK_views_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "caseload",
                columns: table => new
                {
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    district = table.Column<string>(type: "text", nullable: false),
                    docket_number = table.Column<string>(type: "text", nullable: false),
                    defendant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    register_number = table.Column<string>(type: "text", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    drug = table.Column<string>(type: "text", nullable: true),
                    judge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    triage = table.Column<string>(type: "text", nullable: true),
                    release = table.Column<DateOnly>(type: "date", nullable: true),
                    release_after = table.Column<DateOnly>(type: "date", nullable: true),
                    recalculation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    leaves = table.Column<DateOnly>(type: "date", nullable: false),
                    searched = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_caseload", x => new { x.office_id, x.case_id });
                    table.ForeignKey(
                        name: "FK_caseload_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_caseload_offices_office_id",
                        column: x => x.office_id,
                        principalTable: "offices",
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
                    document_kind = table.Column<string>(type: "text", nullable: true),
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
                    original_judgment_on = table.Column<DateOnly>(type: "date", nullable: true),
                    amended_judgment_on = table.Column<DateOnly>(type: "date", nullable: true),
                    attorney = table.Column<string>(type: "text", nullable: true),
                    beyond = table.Column<string>(type: "text", nullable: true),
                    relies_on = table.Column<string>(type: "text", nullable: true),
                    beyond_text = table.Column<string>(type: "text", nullable: true),
                    law_fingerprint = table.Column<string>(type: "text", nullable: true),
                    engine_version = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    term = table.Column<int>(type: "integer", nullable: true),
                    lowest_term = table.Column<int>(type: "integer", nullable: true),
                    other_lowest_terms = table.Column<string>(type: "text", nullable: true),
                    amended_minimum = table.Column<int>(type: "integer", nullable: true),
                    earliest_effective = table.Column<DateOnly>(type: "date", nullable: true),
                    record_id = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    drug = table.Column<string>(type: "text", nullable: true),
                    release = table.Column<DateOnly>(type: "date", nullable: true),
                    release_after = table.Column<DateOnly>(type: "date", nullable: true),
                    record = table.Column<byte[]>(type: "bytea", nullable: true),
                    determination = table.Column<byte[]>(type: "bytea", nullable: true)
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
                name: "import_pieces",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_pieces", x => new { x.job_id, x.number });
                    table.ForeignKey(
                        name: "FK_import_pieces_imports_job_id",
                        column: x => x.job_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_rejections",
                columns: table => new
                {
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    row = table.Column<long>(type: "bigint", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    found = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    suggestion = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rejections", x => new { x.job_id, x.number });
                    table.ForeignKey(
                        name: "FK_import_rejections_imports_job_id",
                        column: x => x.job_id,
                        principalTable: "imports",
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
                name: "IX_audit_by_id",
                table: "audit",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_is_open_id",
                table: "audit",
                columns: new[] { "is_open", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_office_id_id",
                table: "audit",
                columns: new[] { "office_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_batches_by_id",
                table: "batches",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "IX_batches_office_id",
                table: "batches",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "IX_caseload_case_id",
                table: "caseload",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "caseload_by_answer",
                table: "caseload",
                columns: new[] { "office_id", "outcome", "triage", "reason", "district", "drug", "judge_id", "import_id", "leaves" });

            migrationBuilder.CreateIndex(
                name: "caseload_by_leaving",
                table: "caseload",
                columns: new[] { "office_id", "leaves", "case_id" });

            migrationBuilder.CreateIndex(
                name: "caseload_by_number",
                table: "caseload",
                columns: new[] { "office_id", "docket_number", "defendant", "case_id" });

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
                name: "IX_imports_by_id",
                table: "imports",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "IX_imports_office_id",
                table: "imports",
                column: "office_id");

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
                name: "audit");

            migrationBuilder.DropTable(
                name: "batches");

            migrationBuilder.DropTable(
                name: "caseload");

            migrationBuilder.DropTable(
                name: "contents");

            migrationBuilder.DropTable(
                name: "import_pieces");

            migrationBuilder.DropTable(
                name: "import_rejections");

            migrationBuilder.DropTable(
                name: "logins");

            migrationBuilder.DropTable(
                name: "views");

            migrationBuilder.DropTable(
                name: "entries");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "offices");
        }
    }
}
