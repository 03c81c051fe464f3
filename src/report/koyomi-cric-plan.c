#include "koyomi-cric-plan-private.h"

#include "koyomi-cric-reference-private.h"
#include "koyomi-import-key-private.h"

#include <stdlib.h>
#include <string.h>

static KoyomiLanguage
get_other (KoyomiLanguage language)
{
  return language == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *key_a = _koyomi_import_make_key (a);
  g_autofree char *key_b = _koyomi_import_make_key (b);

  return strcmp (key_a, key_b) == 0;
}

/* A text of a new record: @text in the language of the file, @other_text, where there is one, in the other. */
void
_koyomi_cric_plan_set_text (KoyomiCricPlan   *self,
                            KoyomiImportStep *step,
                            KoyomiRecord     *record,
                            int               field,
                            const char       *text,
                            const char       *other_text)
{
  gboolean is_own = self->table->language == self->own_language;

  if (other_text == NULL || *other_text == '\0')
    koyomi_record_set_text (record, field, text);
  else
    {
      koyomi_record_set_text (record, field, is_own ? text : other_text);
      _koyomi_import_step_translate (step, field, is_own ? other_text : text);
    }
}

/* The record is to be written, and stands among @records for the rows to come. */
KoyomiImportStep *
_koyomi_cric_plan_insert (KoyomiCricPlan *self,
                          guint           row,
                          KoyomiRecord   *record,
                          GPtrArray      *records)
{
  KoyomiImportStep *step = _koyomi_import_insert (self->table->import, row, record);

  g_ptr_array_add (records, g_object_ref (record));
  g_hash_table_insert (self->made, record, step);

  return step;
}

/* What the step writes refers to the record, which may be a new one. */
void
_koyomi_cric_plan_refer (KoyomiCricPlan   *self,
                         KoyomiImportStep *step,
                         KoyomiRecord     *record)
{
  KoyomiImportStep *other = g_hash_table_lookup (self->made, record);

  if (other != NULL)
    _koyomi_import_step_refer (step, other);
}

/* Returns: the place behind all @records whose @reference is @target; of all of them when @reference is 0 */
gint64
_koyomi_cric_plan_next_position (GPtrArray *records,
                                 int        field,
                                 int        reference,
                                 gint64     target)
{
  gint64 last = 0;

  for (guint i = 0; i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);

      if (reference == 0 || koyomi_record_get_int (record, reference) == target)
        last = MAX (last, koyomi_record_get_int (record, field));
    }

  return last + 1;
}

static KoyomiRecord *
find_by_id (GPtrArray *records,
            gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);

  return NULL;
}

static KoyomiRecord *
find_catalogue (KoyomiCricPlan *self,
                const char     *code)
{
  for (guint i = 0; i < self->catalogues->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (self->catalogues, i), KOYOMI_CATALOGUE_CODE), code) == 0)
      return g_ptr_array_index (self->catalogues, i);

  return NULL;
}

static KoyomiRecord *
get_catalogue (KoyomiCricPlan *self,
               gboolean        is_cric,
               guint           row)
{
  KoyomiRecord *found = find_catalogue (self, is_cric ? "cric" : "own");
  const char *ja = is_cric ? "CRIC CSF 機能定義" : "自社の機能";
  const char *en = is_cric ? "CRIC CSF functions" : "Own functions";
  g_autoptr(KoyomiRecord) catalogue = NULL;
  KoyomiImportStep *step;

  if (found != NULL)
    return found;

  catalogue = koyomi_record_new (KOYOMI_TABLE_CATALOGUE);
  step = _koyomi_cric_plan_insert (self, row, catalogue, self->catalogues);
  koyomi_record_set_text (catalogue, KOYOMI_CATALOGUE_CODE, is_cric ? "cric" : "own");
  koyomi_record_set_text (catalogue, KOYOMI_CATALOGUE_EDITION, is_cric ? "2016" : "");
  koyomi_record_set_int (catalogue, KOYOMI_CATALOGUE_POSITION, is_cric ? 1 : 9);
  _koyomi_cric_plan_set_text (self, step, catalogue, KOYOMI_CATALOGUE_NAME,
                              self->table->language == KOYOMI_LANGUAGE_JA ? ja : en,
                              self->table->language == KOYOMI_LANGUAGE_JA ? en : ja);

  return catalogue;
}

static const char *
get_catalogue_code (KoyomiCricPlan *self,
                    KoyomiRecord   *function)
{
  KoyomiRecord *group = find_by_id (self->groups, koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP));
  KoyomiRecord *catalogue = find_by_id (self->catalogues, koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE));

  return koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE);
}

/* By its name, or a group of the CRIC table by its number. */
static KoyomiRecord *
find_group (KoyomiCricPlan     *self,
            KoyomiCricFunction *function)
{
  KoyomiRecord *catalogues[] = { find_catalogue (self, "cric"), find_catalogue (self, "own") };

  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    for (guint j = 0; catalogues[i] != NULL && j < self->groups->len; j++)
      {
        KoyomiRecord *group = g_ptr_array_index (self->groups, j);

        if (koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE) != koyomi_record_get_id (catalogues[i]))
          continue;

        if (function->reference >= 0 && i == 0
              ? strcmp (koyomi_record_get_text (group, KOYOMI_GROUP_CODE), _koyomi_cric_get_code (function->reference, "group_no")) == 0
              : is_same_text (koyomi_record_get_title (group), function->group))
          return group;
      }

  return NULL;
}

static KoyomiRecord *
add_group (KoyomiCricPlan     *self,
           KoyomiCricFunction *function)
{
  KoyomiRecord *catalogue = get_catalogue (self, function->reference >= 0, function->row);
  g_autoptr(KoyomiRecord) group = koyomi_record_new (KOYOMI_TABLE_GROUP);
  KoyomiImportStep *step = _koyomi_cric_plan_insert (self, function->row, group, self->groups);
  const char *other = NULL;

  _koyomi_cric_plan_refer (self, step, catalogue);
  koyomi_record_set_int (group, KOYOMI_GROUP_CATALOGUE, koyomi_record_get_id (catalogue));
  if (function->reference >= 0)
    {
      koyomi_record_set_text (group, KOYOMI_GROUP_CODE, _koyomi_cric_get_code (function->reference, "group_no"));
      koyomi_record_set_int (group, KOYOMI_GROUP_POSITION, atoi (_koyomi_cric_get_code (function->reference, "group_no")));
      other = _koyomi_cric_get_text (function->reference, "group", get_other (self->table->language));
    }
  else
    koyomi_record_set_int (group, KOYOMI_GROUP_POSITION,
                           _koyomi_cric_plan_next_position (self->groups, KOYOMI_GROUP_POSITION, KOYOMI_GROUP_CATALOGUE,
                                                            koyomi_record_get_id (catalogue)));

  _koyomi_cric_plan_set_text (self, step, group, KOYOMI_GROUP_NAME, function->group, other);
  _koyomi_import_add_item (self->table->import, function->row, KOYOMI_IMPORT_GROUP, KOYOMI_IMPORT_ADD, function->group);

  return group;
}

static void
name_group (KoyomiCricPlan     *self,
            KoyomiCricFunction *function)
{
  if (*function->group != '\0')
    return;

  g_free (function->group);
  function->group = g_strdup (koyomi_tr (self->table->language, N_("Not grouped")));
}

static KoyomiRecord *
get_group (KoyomiCricPlan     *self,
           KoyomiCricFunction *function)
{
  KoyomiRecord *group;

  name_group (self, function);
  if ((group = find_group (self, function)) == NULL)
    return add_group (self, function);

  if (!g_hash_table_contains (self->made, group) && g_hash_table_add (self->used, group))
    _koyomi_import_add_item (self->table->import, function->row, KOYOMI_IMPORT_GROUP, KOYOMI_IMPORT_SAME, function->group);

  return group;
}

static gboolean
is_in_group (KoyomiCricPlan     *self,
             KoyomiRecord       *record,
             KoyomiCricFunction *function)
{
  KoyomiRecord *group = find_by_id (self->groups, koyomi_record_get_int (record, KOYOMI_FUNCTION_GROUP));

  return is_same_text (koyomi_record_get_title (group), function->group);
}

/* How surely the plan's function is the file's: not at all, by its name, with its group, with its code. */
static int
rate (KoyomiCricPlan     *self,
      KoyomiRecord       *record,
      KoyomiCricFunction *function)
{
  const char *catalogue;
  const char *code = koyomi_record_get_text (record, KOYOMI_FUNCTION_CODE);

  if (g_hash_table_contains (self->used, record) || g_hash_table_contains (self->made, record))
    return 0;

  catalogue = get_catalogue_code (self, record);
  if (function->reference >= 0 && strcmp (catalogue, "cric") == 0)
    return strcmp (code, _koyomi_cric_get_code (function->reference, "function_no")) == 0 ? 8 : 0;

  if ((strcmp (catalogue, "cric") != 0 && strcmp (catalogue, "own") != 0) ||
      !is_same_text (koyomi_record_get_title (record), function->name))
    return 0;

  return 1 + (is_in_group (self, record, function) ? 2 : 0) +
         (*function->code != '\0' && strcmp (code, function->code) == 0 ? 4 : 0);
}

static KoyomiRecord *
find_function (KoyomiCricPlan     *self,
               KoyomiCricFunction *function)
{
  KoyomiRecord *best = NULL;
  int best_rating = 0;

  for (guint i = 0; i < self->functions->len; i++)
    {
      int rating = rate (self, g_ptr_array_index (self->functions, i), function);

      if (rating > best_rating)
        {
          best = g_ptr_array_index (self->functions, i);
          best_rating = rating;
        }
    }

  if (best != NULL && function->reference < 0 && *function->group != '\0' && !is_in_group (self, best, function))
    {
      KoyomiRecord *group = find_by_id (self->groups, koyomi_record_get_int (best, KOYOMI_FUNCTION_GROUP));

      _koyomi_import_note (self->table->import, KOYOMI_NOTE_GROUP_KEPT, function->row,
                           self->table->layout->columns[KOYOMI_CRIC_GROUP], function->name, koyomi_record_get_title (group), NULL);
    }

  return best;
}

static char *
dup_reference_tasks (KoyomiCricFunction *function,
                     KoyomiLanguage      language)
{
  g_auto(GStrv) lines = g_strsplit (_koyomi_cric_get_text (function->reference, "tasks", language), " | ", -1);

  return g_strjoinv ("\n", lines);
}

/* The program knows what the tasks of the source table are in the other language: its own words for them. */
static char *
translate_tasks (KoyomiCricPlan     *self,
                 KoyomiCricFunction *function)
{
  if (function->reference < 0 || *function->tasks == '\0' ||
      (!_koyomi_cric_is_source_tasks (function->reference, function->tasks) &&
       !_koyomi_cric_is_tasks (function->reference, function->tasks)))
    return NULL;

  return dup_reference_tasks (function, get_other (self->table->language));
}

static KoyomiRecord *
add_function (KoyomiCricPlan     *self,
              KoyomiCricFunction *function)
{
  KoyomiRecord *group = get_group (self, function);
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_FUNCTION);
  KoyomiImportStep *step = _koyomi_cric_plan_insert (self, function->row, record, self->functions);
  KoyomiLanguage other = get_other (self->table->language);
  g_autofree char *tasks = translate_tasks (self, function);

  _koyomi_cric_plan_refer (self, step, group);
  koyomi_record_set_int (record, KOYOMI_FUNCTION_GROUP, koyomi_record_get_id (group));
  koyomi_record_set_text (record, KOYOMI_FUNCTION_CODE,
                          function->reference >= 0 ? _koyomi_cric_get_code (function->reference, "function_no") : function->code);
  koyomi_record_set_int (record, KOYOMI_FUNCTION_POSITION,
                         function->reference >= 0
                           ? function->reference + 1
                           : _koyomi_cric_plan_next_position (self->functions, KOYOMI_FUNCTION_POSITION, 0, 0));
  _koyomi_cric_plan_set_text (self, step, record, KOYOMI_FUNCTION_NAME, function->name,
                              function->reference >= 0 ? _koyomi_cric_get_text (function->reference, "function", other) : NULL);
  _koyomi_cric_plan_set_text (self, step, record, KOYOMI_FUNCTION_TASKS, function->tasks, tasks);
  _koyomi_cric_plan_set_text (self, step, record, KOYOMI_FUNCTION_SKILLS, function->skills, NULL);
  _koyomi_import_add_item (self->table->import, function->row, KOYOMI_IMPORT_FUNCTION, KOYOMI_IMPORT_ADD, function->name);

  return record;
}

static void
change_text (KoyomiImportItem *item,
             KoyomiRecord     *record,
             int               field,
             const char       *text)
{
  const char *old = koyomi_record_get_text (record, field);

  if (*text == '\0' || is_same_text (old, text))
    return;

  _koyomi_import_item_add_change (item, field, old, text);
  koyomi_record_set_text (record, field, text);
}

/* What the cell does not say is not taken away. The tasks of the source table say what the program has in its own words. */
static void
change_function (KoyomiCricPlan     *self,
                 KoyomiCricFunction *function,
                 KoyomiRecord       *record)
{
  KoyomiImportItem *item = _koyomi_import_add_item (self->table->import, function->row, KOYOMI_IMPORT_FUNCTION, KOYOMI_IMPORT_SAME,
                                                    function->name);
  gboolean has_tasks = function->reference >= 0 &&
                       _koyomi_cric_is_source_tasks (function->reference, function->tasks) &&
                       _koyomi_cric_is_tasks (function->reference, koyomi_record_get_text (record, KOYOMI_FUNCTION_TASKS));

  if (!has_tasks)
    change_text (item, record, KOYOMI_FUNCTION_TASKS, function->tasks);
  change_text (item, record, KOYOMI_FUNCTION_SKILLS, function->skills);
  if (koyomi_record_has_changes (record))
    _koyomi_import_update (self->table->import, function->row, record);
}

static KoyomiRecord *
find_duty (KoyomiCricPlan *self,
           KoyomiRecord   *function,
           guint           kind,
           const char     *title)
{
  for (guint i = 0; i < self->duties->len; i++)
    {
      KoyomiRecord *duty = g_ptr_array_index (self->duties, i);

      if (koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION) == koyomi_record_get_id (function) &&
          koyomi_record_get_int (duty, KOYOMI_DUTY_KIND) == kind &&
          !g_hash_table_contains (self->used, duty) && is_same_text (koyomi_record_get_title (duty), title))
        return duty;
    }

  return NULL;
}

/* A duty that stands twice in the file is two duties. */
static void
compare_duty (KoyomiCricPlan *self,
              KoyomiRecord   *function,
              guint           kind,
              KoyomiCricDuty *duty,
              guint           number)
{
  KoyomiRecord *found = find_duty (self, function, kind, duty->title);
  g_autoptr(KoyomiRecord) record = NULL;
  KoyomiImportStep *step;

  _koyomi_import_add_item (self->table->import, duty->row, KOYOMI_IMPORT_DUTY,
                           found != NULL ? KOYOMI_IMPORT_SAME : KOYOMI_IMPORT_ADD, duty->title);
  if (found != NULL)
    {
      g_hash_table_add (self->used, found);
      return;
    }

  record = koyomi_record_new (KOYOMI_TABLE_DUTY);
  g_hash_table_add (self->used, record);
  step = _koyomi_cric_plan_insert (self, duty->row, record, self->duties);
  _koyomi_cric_plan_refer (self, step, function);
  koyomi_record_set_int (record, KOYOMI_DUTY_FUNCTION, koyomi_record_get_id (function));
  koyomi_record_set_int (record, KOYOMI_DUTY_KIND, kind);
  koyomi_record_set_int (record, KOYOMI_DUTY_POSITION, number);
  _koyomi_cric_plan_set_text (self, step, record, KOYOMI_DUTY_TITLE, duty->title,
                              _koyomi_cric_translate (duty->title, get_other (self->table->language)));
}

static void
compare_duties (KoyomiCricPlan     *self,
                KoyomiCricFunction *function,
                KoyomiRecord       *record)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (function->duties); kind++)
    for (guint i = 0; i < function->duties[kind]->len; i++)
      compare_duty (self, record, kind, &g_array_index (function->duties[kind], KoyomiCricDuty, i), i + 1);
}

static gboolean
compare_function (KoyomiCricPlan      *self,
                  KoyomiCricFunction  *function,
                  GError             **error)
{
  KoyomiRecord *record = find_function (self, function);

  if (record == NULL)
    record = add_function (self, function);
  else
    {
      g_hash_table_add (self->used, record);
      if (function->reference >= 0)
        get_group (self, function);
      change_function (self, function, record);
    }

  compare_duties (self, function, record);
  _koyomi_cric_plan_compare_teams (self, function, record);

  return _koyomi_cric_plan_compare_activities (self, function, record, error);
}

static gboolean
load (KoyomiCricPlan  *self,
      GError         **error)
{
  const struct
  {
    GPtrArray     **list;
    KoyomiTableId   table;
  } lists[] = {
    { &self->catalogues, KOYOMI_TABLE_CATALOGUE },
    { &self->groups, KOYOMI_TABLE_GROUP },
    { &self->functions, KOYOMI_TABLE_FUNCTION },
    { &self->duties, KOYOMI_TABLE_DUTY },
    { &self->activities, KOYOMI_TABLE_ACTIVITY },
    { &self->teams, KOYOMI_TABLE_TEAM },
    { &self->assignments, KOYOMI_TABLE_ASSIGNMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if ((*lists[i].list = koyomi_session_list (self->session, lists[i].table, 0, 0, self->table->language, error)) == NULL)
      return FALSE;

  return (self->work_calendar = koyomi_session_load_work_calendar (self->session, koyomi_session_get_own_language (self->session), error)) != NULL;
}

static void
clear (KoyomiCricPlan *self)
{
  g_clear_pointer (&self->used, g_hash_table_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->functions, g_ptr_array_unref);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_object (&self->work_calendar);
}

/* Compares what was read with the plan and writes down, in the import, what is to be added and changed. */
gboolean
_koyomi_cric_plan_compare (KoyomiCricTable   *table,
                           KoyomiSession     *session,
                           KoyomiFiscalYear   year,
                           GError           **error)
{
  KoyomiCricPlan self = { .table = table, .session = session, .year = year };
  gboolean done;

  self.own_language = koyomi_session_get_own_language (session);
  self.used = g_hash_table_new (NULL, NULL);
  self.made = g_hash_table_new (NULL, NULL);
  done = load (&self, error);
  for (guint i = 0; done && i < table->functions->len; i++)
    done = compare_function (&self, g_ptr_array_index (table->functions, i), error);
  clear (&self);

  return done;
}
