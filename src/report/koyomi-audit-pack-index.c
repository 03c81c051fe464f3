#include "koyomi-audit-pack-private.h"

#include "koyomi-day.h"
#include "koyomi-file-check.h"
#include "koyomi-output-file.h"
#include "koyomi-report-error.h"

#include <string.h>

static gboolean
write_text (GString     *text,
            const char  *folder,
            const char  *name,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(KoyomiOutputFile) file = koyomi_output_file_new (path, error);

  return file != NULL && koyomi_output_file_write (file, text->str, text->len, error) && koyomi_output_file_commit (file, error);
}

static void
append (GString    *html,
        const char *before,
        const char *text,
        const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "%s%s%s", before, escaped, after);
}

static void
append_fact (GString    *html,
             const char *label,
             const char *text)
{
  append (html, "<tr><th>", label, "</th>");
  append (html, "<td>", text, "</td></tr>\n");
}

static void
append_facts (GString               *html,
              const KoyomiPackFacts *facts,
              KoyomiRecord          *plan)
{
  KoyomiLanguage language = facts->options->language;
  g_autofree char *period = koyomi_fiscal_year_format_quarter (facts->options->year, facts->options->quarter, language);
  g_autofree char *moment = koyomi_time_format (facts->head->at);
  g_autofree char *hash = koyomi_entry_dup_hash (facts->head);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, facts->head->seq);

  g_string_append (html, "<table>\n");
  append_fact (html, koyomi_tr (language, N_("Organisation")), koyomi_record_get_text (plan, KOYOMI_PLAN_ORGANISATION));
  append_fact (html, koyomi_tr (language, N_("Plan")), koyomi_record_get_title (plan));
  append_fact (html, koyomi_tr (language, N_("Period")), period);
  append_fact (html, koyomi_tr (language, N_("Last entry of the change log")), number);
  append_fact (html, koyomi_tr (language, N_("When")), moment);
  append_fact (html, koyomi_tr (language, N_("SHA-256 of the change log")), hash);
  g_string_append (html, "</table>\n");
}

static void
append_files (GString        *html,
              GPtrArray      *files,
              KoyomiLanguage  language)
{
  append (html, "<table>\n<tr><th>", koyomi_tr (language, N_("Title")), "</th>");
  append (html, "<th>", koyomi_tr (language, N_("File")), "</th>");
  append (html, "<th>", koyomi_tr (language, N_("SHA-256")), "</th></tr>\n");
  for (guint i = 0; i < files->len; i++)
    {
      const KoyomiPackFile *file = g_ptr_array_index (files, i);

      append (html, "<tr><td>", file->title, "</td>");
      append (html, "<td><a href=\"", file->name, "\">");
      append (html, "", file->name, "</a></td>");
      append (html, "<td><code>", file->sha256, "</code></td></tr>\n");
    }
  g_string_append (html, "</table>\n");
}

/* The first thing that is opened: what there is, as of when, and how to check it. */
gboolean
_koyomi_pack_write_index (const KoyomiPackFacts  *facts,
                          GPtrArray              *files,
                          const char             *folder,
                          GError                **error)
{
  KoyomiLanguage language = facts->options->language;
  g_autoptr(KoyomiRecord) plan = koyomi_session_dup_plan (facts->session, language, error);
  g_autoptr(GString) html = g_string_new ("<!DOCTYPE html>\n");

  if (plan == NULL)
    return FALSE;

  g_string_append_printf (html, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", koyomi_language_get_code (language));
  append (html, "<title>", koyomi_tr (language, N_("Audit pack")), "</title>\n");
  g_string_append (html, "<style>body{font-family:sans-serif;margin:2em;color:#1d1d1d;background:#fff}table{border-collapse:collapse;"
                         "margin:1em 0}th,td{border:1px solid #b5b5b5;padding:.3em .6em;text-align:left;vertical-align:top}"
                         "code{font-size:80%;word-break:break-all}</style>\n</head>\n<body>\n");
  append (html, "<h1>", koyomi_tr (language, N_("Audit pack")), "</h1>\n");
  append_facts (html, facts, plan);
  append_files (html, files, language);
  append (html, "<p>", koyomi_tr (language, N_("To check that no file was changed since, run one of these in a terminal:")), "</p>\n");
  g_string_append (html, "<pre>sha256sum -c " KOYOMI_PACK_MANIFEST "\nkoyomi-cli verify-pack .</pre>\n</body>\n</html>\n");

  return write_text (html, folder, KOYOMI_PACK_INDEX, error);
}

/* As “sha256sum” writes it. The index is a file like the others. */
gboolean
_koyomi_pack_write_manifest (GPtrArray   *files,
                             const char  *folder,
                             GError     **error)
{
  g_autofree char *path = g_build_filename (folder, KOYOMI_PACK_INDEX, NULL);
  g_autoptr(GFile) index = g_file_new_for_path (path);
  g_autofree char *hash = koyomi_file_hash (index, NULL, NULL, NULL, error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (hash == NULL)
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      const KoyomiPackFile *file = g_ptr_array_index (files, i);

      g_string_append_printf (text, "%s  %s\n", file->sha256, file->name);
    }
  g_string_append_printf (text, "%s  " KOYOMI_PACK_INDEX "\n", hash);

  return write_text (text, folder, KOYOMI_PACK_MANIFEST, error);
}

/* Names lead nowhere else: a pack is one folder. */
static gboolean
is_name (const char *name)
{
  return *name != '\0' && strchr (name, '/') == NULL && strcmp (name, ".") != 0 && strcmp (name, "..") != 0;
}

/* Returns: (element-type utf8 utf8): SHA-256 by name; NULL with %KOYOMI_REPORT_ERROR_INPUT for what is no such list */
GHashTable *
_koyomi_pack_manifest_read (const char  *text,
                            GError     **error)
{
  g_autoptr(GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (g_strchomp (lines[i]), " ", 2);
      const char *name = parts[0] != NULL && parts[1] != NULL ? parts[1] + (*parts[1] == ' ' || *parts[1] == '*') : NULL;

      if (*lines[i] == '\0')
        continue;

      if (name == NULL || !koyomi_file_is_hash (parts[0]) || !is_name (name))
        {
          g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT, "line %u of " KOYOMI_PACK_MANIFEST " is no SHA-256 with a name", i + 1);
          return NULL;
        }
      g_hash_table_insert (hashes, g_strdup (name), g_strdup (parts[0]));
    }

  return g_steal_pointer (&hashes);
}
