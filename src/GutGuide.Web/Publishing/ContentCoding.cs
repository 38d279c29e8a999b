namespace GutGuide.Web.Publishing;

/// <summary>The content codings that finished bytes are kept in; of those a client likes equally, the last is sent.</summary>
public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}
