using AccessiblePdf.Model;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Checks;

/// <content>Pictures and charts.</content>
sealed partial class DocumentCheck
{
    /// <summary>The greatest value up to which whole numbers are exact (IEEE 754, 53 bits).</summary>
    const double LargestValue = 1e15;

    void CheckFigure(Figure figure)
    {
        if (!figure.Decorative && string.IsNullOrWhiteSpace(CleanText.OnOneLine(figure.AlternativeText)))
            throw Refused(figure, DocumentProblem.MissingAlternativeText,
                "the picture has no alternative text; say what it shows, or that it is decorative");
        CheckLength(figure.AlternativeText, Describe(figure));
        if (figure.Language is { } language) CheckLanguage(language, Describe(figure));
        if (figure.Width is { } width and not (> 0 and <= 1))
            throw Refused(figure, DocumentProblem.InvalidWidth,
                FormattableString.Invariant($"the width {width} is no share over 0 and up to 1"));
        if (figure.Target is { } target)
        {
            if (figure.Decorative) throw Refused(figure, DocumentProblem.InvalidLink, "a picture that is a link must not be decorative");
            CheckTarget(target, figure);
        }

        CheckInlines(figure.Caption, figure);
        try
        {
            pictures[figure] = shelf.PictureOf(figure.Image);
        }
        catch (UnusableImageException cause)
        {
            throw new InvalidDocumentException(cause.Problem, Describe(figure), cause.Message, cause);
        }
    }

    void CheckChart(Chart chart)
    {
        if (chart.Categories.Count == 0 || chart.Series.Count == 0)
            throw Refused(chart, DocumentProblem.InvalidChart, "the chart has no values");
        if (chart.Series.Any(series => series.Values.Count != chart.Categories.Count))
            throw Refused(chart, DocumentProblem.InvalidChart, "each series has one value for every category");
        if (chart.Series.SelectMany(series => series.Values).Any(value => value is { } number && !double.IsFinite(number)))
            throw Refused(chart, DocumentProblem.InvalidChart, "a value is not a number");
        if (chart.Series.SelectMany(series => series.Values).Any(value => value is { } number && Math.Abs(number) > LargestValue))
            throw Refused(chart, DocumentProblem.InvalidChart, "a value is too large to be drawn");
        CheckLength(string.IsNullOrWhiteSpace(chart.AlternativeText) ? chart.Title + "." : chart.AlternativeText, Describe(chart));
        foreach (var label in chart.Series.SelectMany(series => series.Labels)) CheckText(label ?? "", chart);
        foreach (var text in chart.Categories.Concat(chart.Series.Select(series => series.Name)).Append(chart.Title)
            .Append(chart.CategoryLabel).Select(CleanText.OnOneLine))
        {
            if (string.IsNullOrWhiteSpace(text))
                throw Refused(chart, DocumentProblem.InvalidChart, "title, categories and series have names");
        }
        foreach (var text in chart.Categories.Concat(chart.Series.Select(series => series.Name)).Append(chart.Title)
            .Append(chart.CategoryLabel).Append(chart.Unit))
            CheckText(text, chart);
    }
}
