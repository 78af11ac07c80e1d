using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SecondLook.Web.Forms;

/// <summary>One choice among several.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What is read.</param>
/// <param name="Hint">A further line; null for none.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>
/// The fields of a form as the design system writes them, each with its label. What was typed stands in them again where an act was refused.
/// </summary>
public static class Fields
{
    /// <summary>A line of text, a day, a number, or lines of text.</summary>
    /// <param name="html">The page.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="label">Its label.</param>
    /// <param name="value">What stands in it.</param>
    /// <param name="hint">A further line; null for none.</param>
    /// <param name="type"><c>text</c>, <c>date</c>, <c>number</c> or <c>textarea</c>.</param>
    /// <param name="required">True where the browser does not send the form without it.</param>
    public static IHtmlContent Field(
        this IHtmlHelper html,
        string name,
        string label,
        object? value,
        string? hint = null,
        string type = "text",
        bool required = false
    )
    {
        var id = Id(name);
        var text = html.Typed(name) ?? Text(value);
        var described = hint is null ? "" : $" aria-describedby=\"{id}-hint\"";
        var must = required ? " required" : "";
        var head = $"<label class=\"usa-label\" for=\"{id}\">{Encoded(label)}</label>{Hint(id, hint)}";
        return new HtmlString(
            type == "textarea"
                ? $"{head}<textarea class=\"usa-textarea\" id=\"{id}\" name=\"{name}\" rows=\"6\"{described}{must}>\n{Encoded(text)}</textarea>"
                : $"{head}<input class=\"usa-input{(type == "text" ? "" : type == "number" ? " usa-input--small" : " usa-input--medium")}\" id=\"{id}\" name=\"{name}\" type=\"{type}\" value=\"{Encoded(text)}\"{(type == "number" ? " min=\"0\" inputmode=\"numeric\"" : "")}{described}{must}>"
        );
    }

    /// <summary>One of several: radio buttons.</summary>
    public static IHtmlContent OneOf(this IHtmlHelper html, string name, string legend, IEnumerable<Choice> choices, object? chosen) =>
        Choices("radio", name, legend, choices, [html.Typed(name) ?? Text(chosen)]);

    /// <summary>Any of several: check boxes.</summary>
    public static IHtmlContent AnyOf(
        this IHtmlHelper html,
        string name,
        string legend,
        IEnumerable<Choice> choices,
        IEnumerable<Guid> chosen
    ) => Choices("checkbox", name, legend, choices, [.. chosen.Select(c => c.ToString())]);

    /// <summary>Yes or not: one check box.</summary>
    public static IHtmlContent Check(this IHtmlHelper html, string name, string label, bool chosen)
    {
        var id = Id(name);
        return new HtmlString(
            $"<div class=\"usa-checkbox margin-top-2\"><input class=\"usa-checkbox__input\" id=\"{id}\" name=\"{name}\" type=\"checkbox\" value=\"true\"{(chosen ? " checked" : "")}><label class=\"usa-checkbox__label\" for=\"{id}\">{Encoded(label)}</label></div>"
        );
    }

    /// <summary>One of a list.</summary>
    public static IHtmlContent Select(
        this IHtmlHelper html,
        string name,
        string label,
        IEnumerable<Choice> choices,
        object? chosen,
        string? hint = null
    )
    {
        var id = Id(name);
        var now = html.Typed(name) ?? Text(chosen);
        var options = string.Concat(
            choices.Select(c => $"<option value=\"{Encoded(c.Value)}\"{(c.Value == now ? " selected" : "")}>{Encoded(c.Label)}</option>")
        );
        return new HtmlString(
            $"<label class=\"usa-label\" for=\"{id}\">{Encoded(label)}</label>{Hint(id, hint)}<select class=\"usa-select\" id=\"{id}\" name=\"{name}\"{(hint is null ? "" : $" aria-describedby=\"{id}-hint\"")}>{options}</select>"
        );
    }

    /// <summary>What every form that acts carries: the key of the act, so that sending it twice is one act, and the version that was shown.</summary>
    public static IHtmlContent Act(this IHtmlHelper html, DocketPage page, int? seen)
    {
        var key =
            html.Typed(nameof(page.Key)) is { } typed && Guid.TryParse(typed, out var same) && same != Guid.Empty
                ? same
                : DocketPage.NewKey();
        return new HtmlString(
            $"<input type=\"hidden\" name=\"Key\" value=\"{key}\">"
                + (
                    seen is { } version
                        ? string.Create(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"Seen\" value=\"{version}\">")
                        : ""
                )
        );
    }

    private static HtmlString Choices(string kind, string name, string legend, IEnumerable<Choice> choices, IReadOnlyList<string> chosen)
    {
        var boxes = choices.Select(
            (c, at) =>
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{Id(name)}-{at}");
                var hint = c.Hint is null ? "" : $"<span class=\"usa-{kind}__label-description\">{Encoded(c.Hint)}</span>";
                var set = chosen.Contains(c.Value, StringComparer.Ordinal) ? " checked" : "";
                return $"<div class=\"usa-{kind}\"><input class=\"usa-{kind}__input\" id=\"{id}\" name=\"{name}\" type=\"{kind}\" value=\"{Encoded(c.Value)}\"{set}><label class=\"usa-{kind}__label\" for=\"{id}\">{Encoded(c.Label)}{hint}</label></div>";
            }
        );
        return new(
            $"<fieldset class=\"usa-fieldset margin-top-3\"><legend class=\"usa-label\">{Encoded(legend)}</legend>{string.Concat(boxes)}</fieldset>"
        );
    }

    private static string? Typed(this IHtmlHelper html, string name) =>
        html.ViewData.ModelState.TryGetValue(name, out var typed) ? typed.AttemptedValue : null;

    private static string Hint(string id, string? hint) =>
        hint is null ? "" : $"<div class=\"usa-hint\" id=\"{id}-hint\">{Encoded(hint)}</div>";

    private static string Id(string name) => name.ToLowerInvariant();

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
