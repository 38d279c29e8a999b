using System.Globalization;
using System.Text;
using QRCoder;

namespace GutGuide.Web.Features.Consultation.Results;

/// <summary>An address as a square that a phone's camera reads.</summary>
internal static class QrCode
{
    /// <summary>One path of unit squares in the color of the text around it, so that it prints black.</summary>
    public static string Svg(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (row, squares) in data.ModuleMatrix.Index())
        {
            for (var column = 0; column < squares.Count; column++)
            {
                if (squares[column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {data.ModuleMatrix.Count} {data.ModuleMatrix.Count}\" focusable=\"false\"><path fill=\"currentcolor\" d=\"{path}\"/></svg>");
    }
}
