namespace ThaffFunctions.NotesReading.Word.Charts;

/// <summary>How a chart writes numbers and dates.</summary>
/// <param name="Words">Those of its document's language.</param>
/// <param name="CountsFrom1904">Dates count from 1904, as in workbooks of old Macs.</param>
sealed record ChartWriting(ChartVocabulary Words, bool CountsFrom1904);
