#include "koyomi-register.h"

#include "koyomi-day.h"
#include "koyomi-lint.h"
#include "koyomi-rule.h"
#include "koyomi-session-private.h"

static const char * const states[] = {
  [KOYOMI_REGISTER_STATE_LATE] = N_("Overdue"),
  [KOYOMI_REGISTER_STATE_SOON] = N_("Due soon"),
  [KOYOMI_REGISTER_STATE_IN_ORDER] = N_("In order"),
  [KOYOMI_REGISTER_STATE_ENDED] = N_("Ended"),
};

void
koyomi_register_row_free (KoyomiRegisterRow *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->record);
  g_free (self);
}

const char *
koyomi_register_state_get_label (KoyomiRegisterState self,
                                 KoyomiLanguage      language)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (states), NULL);

  return koyomi_tr (language, states[self]);
}

static gboolean
has_ended (KoyomiRecord *record,
           guint32       today)
{
  KoyomiTableId table = koyomi_record_get_table_id (record);
  guint32 last_day = KOYOMI_DAY_NONE;

  if (table == KOYOMI_TABLE_RISK)
    return koyomi_record_get_int (record, KOYOMI_RISK_STATUS) == KOYOMI_RISK_STATUS_CLOSED;
  if (table == KOYOMI_TABLE_CONTRACT)
    last_day = koyomi_record_get_day (record, KOYOMI_CONTRACT_LAST_DAY);
  if (table == KOYOMI_TABLE_EXEMPTION)
    last_day = koyomi_record_get_day (record, KOYOMI_EXEMPTION_LAST_DAY);

  return last_day != KOYOMI_DAY_NONE && last_day < today;
}

/* The first deadline of each row of the table, by key. */
static GHashTable *
index_deadlines (GPtrArray     *deadlines,
                 KoyomiTableId  table)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deadlines->len; i++)
    {
      KoyomiDeadline *deadline = g_ptr_array_index (deadlines, i);

      if (deadline->table == table && !g_hash_table_contains (index, &deadline->id))
        g_hash_table_insert (index, &deadline->id, deadline);
    }

  return index;
}

static KoyomiRegisterRow *
make_row (KoyomiRecord         *record,
          const KoyomiDeadline *deadline,
          guint32               today)
{
  KoyomiRegisterRow *self = g_new0 (KoyomiRegisterRow, 1);

  self->record = g_object_ref (record);
  self->origin = koyomi_record_get_table_id (record);
  self->state = KOYOMI_REGISTER_STATE_IN_ORDER;
  if (deadline != NULL)
    {
      self->day = deadline->day;
      self->kind = deadline->kind;
    }

  if (has_ended (record, today))
    self->state = KOYOMI_REGISTER_STATE_ENDED;
  else if (deadline != NULL && deadline->is_late)
    self->state = KOYOMI_REGISTER_STATE_LATE;
  else if (deadline != NULL && deadline->day <= today + KOYOMI_REGISTER_SOON_DAYS)
    self->state = KOYOMI_REGISTER_STATE_SOON;

  return self;
}

/* Of what was accepted elsewhere: the fields that an exception has as well. */
typedef struct
{
  KoyomiTableId table;
  int           reason;
  int           decided_by;
  int           first_day;
  int           last_day;
} Acceptance;

static const Acceptance acceptances[] = {
  { KOYOMI_TABLE_WAIVER, KOYOMI_WAIVER_REASON, KOYOMI_WAIVER_DECIDED_BY, KOYOMI_WAIVER_DECIDED_DAY, KOYOMI_WAIVER_UNTIL_DAY },
  { KOYOMI_TABLE_LINT_WAIVER, KOYOMI_LINT_WAIVER_REASON, KOYOMI_LINT_WAIVER_DECIDED_BY, KOYOMI_LINT_WAIVER_DECIDED_DAY,
    KOYOMI_LINT_WAIVER_UNTIL_DAY },
};

/* Returns: what the rule is called that is broken; its key where this version does not know it */
static const char *
name_rule (KoyomiRecord   *record,
           KoyomiLanguage  language)
{
  gboolean is_lint = koyomi_record_get_table_id (record) == KOYOMI_TABLE_LINT_WAIVER;
  const char *id = koyomi_record_get_text (record, is_lint ? KOYOMI_LINT_WAIVER_RULE : KOYOMI_WAIVER_RULE);

  for (guint i = 0; is_lint && i < koyomi_lint_rule_count (); i++)
    {
      KoyomiLintRule rule;

      koyomi_lint_rule_get (i, &rule);
      if (g_str_equal (rule.id, id))
        return koyomi_lint_rule_get_name (&rule, language);
    }

  for (KoyomiRule rule = 0; !is_lint && rule < KOYOMI_N_RULES; rule++)
    if (g_str_equal (koyomi_rule_get_nick (rule), id))
      return koyomi_rule_get_name (rule, language);

  return id;
}

static void
add_name (GPtrArray *names,
          char      *name)
{
  if (name != NULL)
    g_ptr_array_add (names, name);
}

/* What it is about: the rows that a breach of the matrix lies between, or the one that the readiness check found. */
static void
name_subjects (KoyomiSession  *session,
               KoyomiRecord   *record,
               GPtrArray      *names,
               KoyomiLanguage  language)
{
  static const int references[] = {
    KOYOMI_WAIVER_FUNCTION, KOYOMI_WAIVER_TEAM, KOYOMI_WAIVER_PERSON, KOYOMI_WAIVER_CONTRACT, KOYOMI_WAIVER_ACTIVITY,
  };
  const KoyomiTable *table = koyomi_record_get_table (record);

  if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_LINT_WAIVER)
    {
      const KoyomiTable *found = koyomi_dictionary_find_table (koyomi_record_get_text (record, KOYOMI_LINT_WAIVER_ENTITY));

      if (found != NULL && !koyomi_record_is_none (record, KOYOMI_LINT_WAIVER_ROW))
        add_name (names, _koyomi_session_dup_title (session, koyomi_table_get_id (found),
                                                    koyomi_record_get_int (record, KOYOMI_LINT_WAIVER_ROW), language));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (koyomi_record_get_int (record, references[i]) != 0)
      add_name (names, _koyomi_session_dup_title (session, table->fields[KOYOMI_FIELD_INDEX (references[i])].target,
                                                  koyomi_record_get_int (record, references[i]), language));
}

static char *
name_acceptance (KoyomiSession  *session,
                 KoyomiRecord   *record,
                 KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subjects = NULL;

  name_subjects (session, record, names, language);
  if (names->len == 0)
    return g_strdup (name_rule (record, language));

  g_ptr_array_add (names, NULL);
  subjects = g_strjoinv (" · ", (char **) names->pdata);
  /* Translators: the name of a rule that is broken, and by what */
  return g_strdup_printf (koyomi_tr (language, N_("%s: %s")), name_rule (record, language), subjects);
}

/* Returns: (transfer full): the acceptance as an exception, with its key */
static KoyomiRecord *
make_exemption (KoyomiSession    *session,
                KoyomiRecord     *record,
                const Acceptance *fields,
                KoyomiLanguage    language)
{
  KoyomiRecord *exemption = koyomi_record_new (KOYOMI_TABLE_EXEMPTION);

  koyomi_record_set_int (exemption, KOYOMI_EXEMPTION_ID, koyomi_record_get_id (record));
  koyomi_record_take_text (exemption, KOYOMI_EXEMPTION_TITLE, name_acceptance (session, record, language));
  koyomi_record_set_text (exemption, KOYOMI_EXEMPTION_REASON, koyomi_record_get_text (record, fields->reason));
  koyomi_record_set_text (exemption, KOYOMI_EXEMPTION_APPROVED_BY, koyomi_record_get_text (record, fields->decided_by));
  koyomi_record_set_int (exemption, KOYOMI_EXEMPTION_FIRST_DAY, koyomi_record_get_day (record, fields->first_day));
  koyomi_record_set_int (exemption, KOYOMI_EXEMPTION_LAST_DAY, koyomi_record_get_day (record, fields->last_day));

  return exemption;
}

static gboolean
add_acceptances (GPtrArray         *rows,
                 KoyomiSession     *session,
                 const Acceptance  *fields,
                 guint32            today,
                 KoyomiLanguage     language,
                 GError           **error)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (session, fields->table, 0, 0, language, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      guint32 last_day = koyomi_record_get_day (record, fields->last_day);
      const KoyomiDeadline end = { .kind = KOYOMI_DEADLINE_EXEMPTION_END, .day = last_day };
      g_autoptr(KoyomiRecord) exemption = make_exemption (session, record, fields, language);
      KoyomiRegisterRow *row = make_row (exemption, last_day != KOYOMI_DAY_NONE && last_day >= today ? &end : NULL, today);

      row->origin = fields->table;
      g_ptr_array_add (rows, row);
    }

  return records != NULL;
}

/**
 * koyomi_session_load_register:
 * @table: of risks, contracts, obligations, policies or exceptions
 *
 * Returns: (transfer full) (element-type KoyomiRegisterRow): its rows, as they are listed elsewhere; after exceptions what was accepted elsewhere
 */
GPtrArray *
koyomi_session_load_register (KoyomiSession   *session,
                              KoyomiTableId    table,
                              guint32          today,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (session, table, 0, 0, language, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_register_row_free);
  g_autoptr(GPtrArray) deadlines = NULL;
  g_autoptr(GHashTable) index = NULL;

  if (records == NULL ||
      (deadlines = koyomi_session_list_deadlines (session, 1, KOYOMI_DAY_LAST, today, language, error)) == NULL)
    return NULL;

  index = index_deadlines (deadlines, table);
  for (guint i = 0; i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      gint64 id = koyomi_record_get_id (record);

      g_ptr_array_add (rows, make_row (record, g_hash_table_lookup (index, &id), today));
    }

  for (guint i = 0; table == KOYOMI_TABLE_EXEMPTION && i < G_N_ELEMENTS (acceptances); i++)
    if (!add_acceptances (rows, session, &acceptances[i], today, language, error))
      return NULL;

  return g_steal_pointer (&rows);
}

static void
unref_index (gpointer index)
{
  if (index != NULL)
    g_hash_table_unref (index);
}

/* Returns: (transfer full) (element-type GHashTable): by field of the table, the rows that it can refer to by key; NULL of a field that
 *   is no reference */
GPtrArray *
koyomi_session_index_references (KoyomiSession   *session,
                                 KoyomiTableId    table,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(GPtrArray) indexes = g_ptr_array_new_with_free_func (unref_index);
  const KoyomiTable *description = koyomi_dictionary_get_table (table);

  for (guint i = 0; i < description->n_fields; i++)
    {
      const KoyomiField *field = &description->fields[i];
      GHashTable *index = NULL;

      if (field->type == KOYOMI_FIELD_REF && (index = koyomi_session_index (session, field->target, language, error)) == NULL)
        return NULL;
      g_ptr_array_add (indexes, index);
    }

  return g_steal_pointer (&indexes);
}
