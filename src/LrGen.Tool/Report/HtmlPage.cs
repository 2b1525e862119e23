using System.Text;
using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>What the pages have in common: one file of HTML that loads nothing.</summary>
internal static class HtmlPage
{
    /// <summary>Begins a page, up to its heading.</summary>
    /// <param name="title">The title, as it is.</param>
    /// <param name="style">The rules of CSS.</param>
    /// <param name="runsScript">Whether a script in the page may run; nothing else may, in any page.</param>
    public static StringBuilder Begin(string title, string style, bool runsScript) => new($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'{(runsScript ? "; script-src 'unsafe-inline'" : "")}">
        <title>{Visible.Html(title)}</title>
        <style>{style}</style>
        </head>
        <body>
        <main>
        <h1>{Visible.Html(title)}</h1>

        """);
}
