using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GutGuide.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Browsers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Browsers",
                columns: table => new
                {
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Browsers", x => x.TokenHash);
                    table.ForeignKey(
                        name: "FK_Browsers_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Browsers_ConsultationId",
                table: "Browsers",
                column: "ConsultationId");

            migrationBuilder.Sql("INSERT INTO Browsers (TokenHash, ConsultationId) SELECT TokenHash, Id FROM Consultations");

            migrationBuilder.DropIndex(
                name: "IX_Consultations_TokenHash",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "TokenHash",
                table: "Consultations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "TokenHash",
                table: "Consultations",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            // Every other browser that held the consultation loses it.
            migrationBuilder.Sql("UPDATE Consultations SET TokenHash = (SELECT TokenHash FROM Browsers WHERE ConsultationId = Consultations.Id LIMIT 1)");

            migrationBuilder.DropTable(
                name: "Browsers");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_TokenHash",
                table: "Consultations",
                column: "TokenHash",
                unique: true);
        }
    }
}
