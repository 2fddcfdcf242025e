using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>The problems of a form, one sentence each, in the order of the form's fields.</summary>
public sealed class FieldProblems
{
    public static readonly FieldProblems None = new();

    readonly List<(string Field, string Text)> problems = [];

    public bool Any => problems.Count > 0;

    public IReadOnlyList<(string Field, string Text)> All => problems;

    public string? this[string field] => problems.FirstOrDefault(problem => problem.Field == field).Text;

    /// <param name="field">The name of the field in form and JSON.</param>
    /// <param name="text">The problem; null adds nothing.</param>
    public void Add(string field, string? text)
    {
        if (text is not null) problems.Add((field, text));
    }

    /// <summary>The same after a problem of the form's first field.</summary>
    public FieldProblems After(string field, string text)
    {
        var all = new FieldProblems();
        all.Add(field, text);
        all.problems.AddRange(problems);
        return all;
    }

    /// <summary>Problem details (RFC 9457) with a list of sentences for each field.</summary>
    public IResult ToResult(Language language) => Results.ValidationProblem(
        problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key,
            field => field.Select(problem => problem.Text).ToArray()),
        title: language.Say("Bitte prüfen Sie Ihre Angaben.", "Please check what you entered."),
        statusCode: StatusCodes.Status422UnprocessableEntity);
}
