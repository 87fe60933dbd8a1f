using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OnRecord.Web.Api;

namespace OnRecord.Web.Serving;

/// <summary>Says what is wrong with a request.</summary>
internal static class Problems
{
    public static async Task Write(HttpContext context, int status, string title, string detail)
    {
        if (context.Response.HasStarted) return;
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new ProblemAnswer(title, detail, status), AnswerJson.Default.ProblemAnswer), context.RequestAborted);
    }
}
