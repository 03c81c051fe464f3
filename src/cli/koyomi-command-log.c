#include "koyomi-commands.h"

#include "koyomi-history.h"
#include "koyomi-json.h"

/* An entry that changed more rows than this is told in numbers, unless everything is asked for. */
#define MAX_ROWS 50

typedef struct
{
  KoyomiSession  *session;
  KoyomiLanguage  language;
  gboolean        full;
} Log;

static const char * const kind_nicks[] = { "edit", "undo", "redo" };
static const char * const change_nicks[] = { "insert", "update", "delete" };

static char *
format_moment (gint64 at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr(GDateTime) local = g_date_time_to_local (moment);

  return g_date_time_format (local, "%Y-%m-%d %H:%M:%S %Z");
}

static void
print_entry (Log               *self,
             const KoyomiEntry *entry)
{
  g_autofree char *moment = format_moment (entry->at);

  koyomi_print ("#%" G_GINT64_FORMAT "  %s  %s  ", entry->seq, moment, entry->actor);
  if (entry->kind == KOYOMI_ENTRY_UNDO)
    /* Translators: number and label of the edit that was undone */
    koyomi_print (koyomi_tr (self->language, N_("Undo of #%d: %s\n")), (int) entry->target, entry->label);
  else if (entry->kind == KOYOMI_ENTRY_REDO)
    koyomi_print (koyomi_tr (self->language, N_("Redo of #%d: %s\n")), (int) entry->target, entry->label);
  else
    koyomi_print ("%s\n", entry->label);
}

/* Fields that say nothing, before or after, are left out. */
static void
print_field (Log                     *self,
             const KoyomiRowChange   *row,
             const KoyomiFieldChange *change)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (row->table)->fields[KOYOMI_FIELD_INDEX (change->field)];
  g_autofree char *old_value = koyomi_session_format_change (self->session, change, FALSE, self->language);
  g_autofree char *new_value = koyomi_session_format_change (self->session, change, TRUE, self->language);
  const char *label = koyomi_tr (self->language, field->label);

  if (row->kind == KOYOMI_CHANGE_INSERT ? *new_value == '\0' : row->kind == KOYOMI_CHANGE_DELETE && *old_value == '\0')
    return;

  koyomi_print ("      %s: ", label);
  if (row->kind == KOYOMI_CHANGE_INSERT)
    koyomi_print ("→ %s\n", new_value);
  else if (row->kind == KOYOMI_CHANGE_DELETE)
    koyomi_print ("%s →\n", old_value);
  else
    koyomi_print ("%s → %s\n", old_value, new_value);
}

static void
print_row (Log                   *self,
           const KoyomiRowChange *row)
{
  static const char signs[] = { '+', '*', '-' };
  g_autofree char *name = koyomi_session_name_row (self->session, row, self->language);

  koyomi_print ("    %c %s “%s”%s%s%s\n", signs[row->kind], koyomi_tr (self->language, koyomi_dictionary_get_table (row->table)->label),
                name, row->is_translation ? " (" : "", row->is_translation ? koyomi_language_get_code (row->language) : "",
                row->is_translation ? ")" : "");

  for (guint i = 0; i < row->fields->len; i++)
    print_field (self, row, &g_array_index (row->fields, KoyomiFieldChange, i));
}

static void
print_summary (Log       *self,
               GPtrArray *rows)
{
  guint counts[KOYOMI_N_TABLES][3] = { { 0 } };

  for (guint i = 0; i < rows->len; i++)
    {
      const KoyomiRowChange *row = g_ptr_array_index (rows, i);

      if (!row->is_translation)
        counts[row->table][row->kind]++;
    }

  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    if (counts[i][0] + counts[i][1] + counts[i][2] > 0)
      {
        koyomi_print ("    ");
        koyomi_print_column (koyomi_tr (self->language, koyomi_dictionary_get_table (i)->label), 28);
        koyomi_print ("+%u *%u -%u\n", counts[i][0], counts[i][1], counts[i][2]);
      }

  koyomi_print ("    %s\n", koyomi_tr (self->language, N_("(--full shows each field)")));
}

static gboolean
print_text (Log        *self,
            GPtrArray  *entries,
            GError    **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const KoyomiEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(GPtrArray) rows = koyomi_session_list_changes (self->session, entry->seq, error);

      if (rows == NULL)
        return FALSE;

      print_entry (self, entry);
      if (rows->len > MAX_ROWS && !self->full)
        print_summary (self, rows);
      else
        for (guint j = 0; j < rows->len; j++)
          print_row (self, g_ptr_array_index (rows, j));
    }

  return TRUE;
}

static void
add_field (Log                     *self,
           JsonBuilder             *builder,
           const KoyomiFieldChange *change,
           KoyomiChangeKind         kind)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (change->field));
  const KoyomiField *field = &table->fields[KOYOMI_FIELD_INDEX (change->field)];

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "field", field->name);
  koyomi_json_add_text (builder, "label", koyomi_tr (self->language, field->label));
  if (kind != KOYOMI_CHANGE_INSERT)
    {
      json_builder_set_member_name (builder, "old");
      koyomi_json_add_field (builder, field, change->old_integer, change->old_real, change->old_text);
    }
  if (kind != KOYOMI_CHANGE_DELETE)
    {
      json_builder_set_member_name (builder, "new");
      koyomi_json_add_field (builder, field, change->new_integer, change->new_real, change->new_text);
    }
  json_builder_end_object (builder);
}

static void
add_row (Log                   *self,
         JsonBuilder           *builder,
         const KoyomiRowChange *row)
{
  g_autofree char *name = koyomi_session_name_row (self->session, row, self->language);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, row->row);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "table", koyomi_dictionary_get_table (row->table)->name);
  koyomi_json_add_text (builder, "id", key);
  koyomi_json_add_text (builder, "name", name);
  koyomi_json_add_text (builder, "change", change_nicks[row->kind]);
  if (row->is_translation)
    koyomi_json_add_text (builder, "language", koyomi_language_get_code (row->language));

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < row->fields->len; i++)
    add_field (self, builder, &g_array_index (row->fields, KoyomiFieldChange, i), row->kind);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_entry (Log               *self,
           JsonBuilder       *builder,
           const KoyomiEntry *entry,
           GPtrArray         *rows)
{
  g_autofree char *at = koyomi_field_format_value (&(KoyomiField) { .type = KOYOMI_FIELD_TIME }, entry->at, 0, NULL, self->language);
  g_autofree char *hash = koyomi_entry_dup_hash (entry);

  json_builder_begin_object (builder);
  koyomi_json_add_int (builder, "seq", entry->seq);
  koyomi_json_add_text (builder, "at", at);
  koyomi_json_add_text (builder, "actor", entry->actor);
  koyomi_json_add_text (builder, "label", entry->label);
  koyomi_json_add_text (builder, "kind", kind_nicks[entry->kind]);
  if (entry->target != 0)
    koyomi_json_add_int (builder, "target", entry->target);
  koyomi_json_add_text (builder, "hash", hash);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, builder, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
print_json (Log        *self,
            GPtrArray  *entries,
            GError    **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const KoyomiEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(GPtrArray) rows = koyomi_session_list_changes (self->session, entry->seq, error);

      if (rows == NULL)
        return FALSE;

      add_entry (self, builder, entry, rows);
    }
  json_builder_end_array (builder);
  koyomi_json_print (builder);

  return TRUE;
}

KoyomiExit
koyomi_command_log (KoyomiShell  *shell,
                    int           argc,
                    char        **argv)
{
  gboolean json = FALSE;
  Log log = { .language = shell->language };
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, each field of each row"), NULL },
    { "full", 0, 0, G_OPTION_ARG_NONE, &log.full, N_("Show each field also of edits that changed many rows"), NULL },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "log", options, 1, &argc, &argv, &exit) ||
      (session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  log.session = session;
  if ((entries = koyomi_session_list_entries (session, 0, &error)) == NULL ||
      !(json ? print_json (&log, entries, &error) : print_text (&log, entries, &error)))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  return KOYOMI_EXIT_DONE;
}
