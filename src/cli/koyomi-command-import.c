#include "koyomi-commands.h"

#include "koyomi-day.h"
#include "koyomi-import-file.h"
#include "koyomi-json.h"
#include "koyomi-report-error.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  char     *format;
  char     *fiscal_year;
  char     *months;
  char     *catalogue;
  char     *day;
  gboolean  begins;
  gboolean  dry_run;
  gboolean  json;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->format);
  g_free (self->fiscal_year);
  g_free (self->months);
  g_free (self->catalogue);
  g_free (self->day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const struct
{
  const char         *name;
  KoyomiTableContent  content;
} formats[] = {
  { "cric", KOYOMI_TABLE_CONTENT_FUNCTIONS },
  { "csv", KOYOMI_TABLE_CONTENT_RUNS },
  { "matrix", KOYOMI_TABLE_CONTENT_MATRIX },
};

/* Returns: FALSE when there is no such format; without one it is found out by the headings */
static gboolean
find_content (const char         *format,
              KoyomiTableContent *content)
{
  *content = KOYOMI_TABLE_CONTENT_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (formats) && format != NULL; i++)
    if (strcmp (formats[i].name, format) == 0)
      *content = formats[i].content;

  return format == NULL || *content != KOYOMI_TABLE_CONTENT_UNKNOWN;
}

static const char *
read_options (const Options       *options,
              gint64              *year,
              KoyomiImportOptions *wanted)
{
  if (!find_content (options->format, &wanted->content))
    return N_("--format wants cric, csv or matrix");

  if (options->catalogue != NULL && !g_strv_contains ((const char *[]) { "cric", "isogj", "x1060", "own", NULL }, options->catalogue))
    return N_("--catalogue wants cric, isogj, x1060 or own");

  if (options->day != NULL && (wanted->day = koyomi_day_parse (options->day, NULL)) == KOYOMI_DAY_NONE)
    return N_("--day wants a day such as 2026-04-20");

  wanted->catalogue = options->catalogue;
  wanted->begins = options->begins;

  if (options->fiscal_year != NULL && !g_ascii_string_to_signed (options->fiscal_year, 10, 1980, 2098, year, NULL))
    return N_("--fiscal-year wants a year from 1980 to 2098");

  if (options->months != NULL && strcmp (options->months, "source") != 0 && strcmp (options->months, "adjusted") != 0)
    return N_("--months wants source or adjusted");

  wanted->fiscal_year = *year;
  wanted->adjusted_months = g_strcmp0 (options->months, "adjusted") == 0;

  return NULL;
}

static void
print_item (KoyomiShell            *shell,
            KoyomiImport           *import,
            const KoyomiImportItem *item)
{
  g_autofree char *place = koyomi_import_format_place (import, item->row, -1, shell->language);

  koyomi_print_column (place, 8);
  koyomi_print_column (koyomi_import_kind_get_label (item->kind, shell->language), 12);
  koyomi_print_column (koyomi_import_action_get_label (item->action, shell->language), 6);
  koyomi_print ("%s%s%s\n", item->name, *item->detail != '\0' ? "  " : "", item->detail);

  for (guint i = 0; i < item->changes->len; i++)
    {
      const KoyomiImportChange *change = &g_array_index (item->changes, KoyomiImportChange, i);
      const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (change->field));

      koyomi_print ("          %s: %s → %s\n",
                    koyomi_tr (shell->language, table->fields[KOYOMI_FIELD_INDEX (change->field)].label),
                    change->old_text, change->new_text);
    }
}

static const char *
name_severity (const KoyomiImportNote *note,
               KoyomiLanguage          language)
{
  return koyomi_import_note_get_severity (note) == KOYOMI_IMPORT_ERROR ? koyomi_tr (language, N_("error"))
                                                                       : koyomi_tr (language, N_("doubt"));
}

static void
print_note (KoyomiShell            *shell,
            KoyomiImport           *import,
            const KoyomiImportNote *note,
            FILE                   *stream)
{
  g_autofree char *place = koyomi_import_format_place (import, note->row, note->column, shell->language);
  g_autofree char *what = koyomi_import_note_describe (note, shell->language);
  g_autofree char *advice = koyomi_import_note_advise (note, shell->language);

  fprintf (stream, "%s: %s: %s\n    %s\n", place, name_severity (note, shell->language), what, advice);
}

static void
print_text (KoyomiShell  *shell,
            KoyomiImport *import)
{
  GPtrArray *items = koyomi_import_get_items (import);
  GPtrArray *notes = koyomi_import_get_notes (import);
  g_autofree char *summary = koyomi_import_summarize (import, shell->language);

  for (guint i = 0; i < items->len; i++)
    print_item (shell, import, g_ptr_array_index (items, i));

  for (guint i = 0; i < notes->len; i++)
    print_note (shell, import, g_ptr_array_index (notes, i), stdout);

  koyomi_print ("%s\n", summary);
}

static void
add_item (JsonBuilder            *builder,
          const KoyomiImportItem *item)
{
  json_builder_begin_object (builder);
  koyomi_json_add_int (builder, "row", item->row);
  koyomi_json_add_text (builder, "kind", koyomi_import_kind_get_nick (item->kind));
  koyomi_json_add_text (builder, "action", koyomi_import_action_get_nick (item->action));
  koyomi_json_add_text (builder, "name", item->name);
  koyomi_json_add_text (builder, "detail", item->detail);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < item->changes->len; i++)
    {
      const KoyomiImportChange *change = &g_array_index (item->changes, KoyomiImportChange, i);
      const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (change->field));

      json_builder_begin_object (builder);
      koyomi_json_add_text (builder, "field", table->fields[KOYOMI_FIELD_INDEX (change->field)].name);
      koyomi_json_add_text (builder, "old", change->old_text);
      koyomi_json_add_text (builder, "new", change->new_text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_note (KoyomiShell            *shell,
          JsonBuilder            *builder,
          KoyomiImport           *import,
          const KoyomiImportNote *note)
{
  g_autofree char *place = koyomi_import_format_place (import, note->row, note->column, shell->language);
  g_autofree char *text = koyomi_import_note_describe (note, shell->language);
  g_autofree char *advice = koyomi_import_note_advise (note, shell->language);
  gboolean is_error = koyomi_import_note_get_severity (note) == KOYOMI_IMPORT_ERROR;

  json_builder_begin_object (builder);
  koyomi_json_add_int (builder, "row", note->row);
  if (note->column >= 0)
    koyomi_json_add_int (builder, "column", note->column + 1);
  koyomi_json_add_text (builder, "place", place);
  koyomi_json_add_text (builder, "severity", is_error ? "error" : "doubt");
  koyomi_json_add_text (builder, "kind", koyomi_import_note_get_nick (note));
  koyomi_json_add_text (builder, "text", text);
  koyomi_json_add_text (builder, "advice", advice);
  json_builder_end_object (builder);
}

static void
print_json (KoyomiShell  *shell,
            KoyomiImport *import)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  GPtrArray *items = koyomi_import_get_items (import);
  GPtrArray *notes = koyomi_import_get_notes (import);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    add_item (builder, g_ptr_array_index (items, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    add_note (shell, builder, import, g_ptr_array_index (notes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  koyomi_json_print (builder);
}

static KoyomiExit
refuse_errors (KoyomiShell  *shell,
               KoyomiImport *import,
               const char   *path)
{
  GPtrArray *notes = koyomi_import_get_notes (import);
  g_autofree char *message = NULL;

  /* Translators: the name of a file, and a number of cells */
  message = g_strdup_printf (koyomi_ntr (shell->language, "%s: %d cell cannot be taken over", "%s: %d cells cannot be taken over",
                                         koyomi_import_count_notes (import, KOYOMI_IMPORT_ERROR)),
                             path, (int) koyomi_import_count_notes (import, KOYOMI_IMPORT_ERROR));
  koyomi_shell_say (shell, message);
  for (guint i = 0; i < notes->len; i++)
    if (koyomi_import_note_get_severity (g_ptr_array_index (notes, i)) == KOYOMI_IMPORT_ERROR)
      print_note (shell, import, g_ptr_array_index (notes, i), stderr);
  fprintf (stderr, "  %s\n", koyomi_report_error_get_advice (KOYOMI_REPORT_ERROR_INPUT, shell->language));

  return KOYOMI_EXIT_INPUT_REFUSED;
}

static KoyomiExit
apply (KoyomiShell    *shell,
       KoyomiSession  *session,
       KoyomiImport   *import,
       const char     *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *summary = koyomi_import_summarize (import, shell->language);
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  /* Translators: the label of the edit that an import makes; the name of a file */
  label = g_strdup_printf (koyomi_tr (shell->language, N_("Import of %s")), name);
  if (!koyomi_import_apply (import, session, label, &error))
    return koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FULL)
                                       ? KOYOMI_EXIT_OUTPUT_FAILED : KOYOMI_EXIT_INPUT_REFUSED, error);

  koyomi_print ("%s\n", summary);

  return koyomi_shell_end_edit (shell, session);
}

KoyomiExit
koyomi_command_import (KoyomiShell  *shell,
                       int           argc,
                       char        **argv)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("What the file holds (by its headings)"), "cric|csv|matrix" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only tell what each row would become, and every doubt"), NULL },
    { "fiscal-year", 0, 0, G_OPTION_ARG_FILENAME, &options.fiscal_year, N_("The year that the months are of (the present one)"),
      N_("YEAR") },
    { "months", 0, 0, G_OPTION_ARG_FILENAME, &options.months, N_("Which months the CRIC items stand in (source)"), "source|adjusted" },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &options.catalogue, N_("The matrix is of this catalogue (the one whose functions it names)"),
      "cric|isogj|x1060|own" },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &options.day, N_("The matrix is as of this day (the one that it tells, else today)"), N_("DAY") },
    { "begins", 0, 0, G_OPTION_ARG_NONE, &options.begins, N_("What the matrix changes begins on that day; what held before it stays"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print the dry run as JSON"), NULL },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiImportOptions wanted = { 0 };
  KoyomiTableContent content;
  gint64 year = 0;
  const char *misuse;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "import", entries, 2, &argc, &argv, &exit))
    return exit;

  if ((misuse = read_options (&options, &year, &wanted)) != NULL)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, misuse));

  if ((session = koyomi_shell_open (shell, argv[1], !options.dry_run, &exit)) == NULL)
    return exit;

  import = koyomi_import_prepare (session, argv[2], &wanted, &content, koyomi_shell_progress, shell, koyomi_shell_get_cancellable (),
                                  &error);
  if (import == NULL)
    {
      if (strstr (error->message, argv[2]) == NULL)
        g_prefix_error (&error, "%s: ", argv[2]);

      return koyomi_shell_fail (shell, KOYOMI_EXIT_INPUT_REFUSED, error);
    }

  if (options.json)
    print_json (shell, import);
  else if (options.dry_run)
    print_text (shell, import);

  if (koyomi_import_count_notes (import, KOYOMI_IMPORT_ERROR) > 0)
    return refuse_errors (shell, import, argv[2]);

  return options.dry_run ? KOYOMI_EXIT_DONE : apply (shell, session, import, argv[2]);
}
