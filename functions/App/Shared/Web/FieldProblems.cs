using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web;

/// <summary>What is wrong with a form, field by field and in the form's order; one German sentence each.</summary>
public sealed class FieldProblems
{
    public static readonly FieldProblems None = new();

    readonly List<(string Field, string Text)> problems = [];

    public bool Any => problems.Count > 0;

    public IReadOnlyList<(string Field, string Text)> All => problems;

    public string? this[string field] => problems.FirstOrDefault(problem => problem.Field == field).Text;

    /// <param name="field">The field's name in form and JSON.</param>
    /// <param name="text">null adds nothing.</param>
    public void Add(string field, string? text)
    {
        if (text is not null) problems.Add((field, text));
    }

    /// <summary>Problem details (RFC 9457) with a list of sentences per field.</summary>
    public IResult ToResult() => Results.ValidationProblem(
        problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key,
            field => field.Select(problem => problem.Text).ToArray()),
        title: "Bitte prüfen Sie Ihre Angaben.",
        statusCode: StatusCodes.Status422UnprocessableEntity);
}
