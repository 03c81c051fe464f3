#include "koyomi-function-facts.h"

#include "koyomi-activity-tally-private.h"
#include "koyomi-assignment.h"
#include "koyomi-day.h"
#include "koyomi-id-set-private.h"
#include "koyomi-incident-parts-private.h"
#include "koyomi-letters.h"

/* What the facts are gathered from. */
typedef struct
{
  KoyomiSession       *session;
  KoyomiLanguage       language;
  gint64               function;
  KoyomiFunctionFacts *facts;
  GHashTable          *controls;    /* the keys of those of the function */
  GHashTable          *findings;    /* likewise */
  GHashTable          *incidents;
} Source;

static void
clear_source (Source *self)
{
  g_clear_pointer (&self->controls, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  g_clear_pointer (&self->incidents, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

static void
free_letters (gpointer data)
{
  KoyomiTeamLetters *self = data;

  g_clear_object (&self->team);
  g_free (self->letters);
  g_free (self);
}

static void
free_use (gpointer data)
{
  KoyomiEvidenceUse *self = data;

  g_clear_object (&self->evidence);
  g_free (self->proves);
  g_free (self);
}

void
koyomi_function_facts_free (KoyomiFunctionFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->incidents, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
list (Source        *self,
      KoyomiTableId  table,
      int            reference,
      GError       **error)
{
  return koyomi_session_list (self->session, table, reference, reference != 0 ? self->function : 0, self->language, error);
}

static gboolean
add_run (KoyomiRecord  *run,
         gpointer       data,
         GError       **error)
{
  _koyomi_activity_tally_add (data, run);

  return TRUE;
}

static gboolean
load_activities (Source  *self,
                 GError **error)
{
  g_auto(KoyomiActivityTally) tally = { { 0 } };

  if (!_koyomi_activity_tally_init (&tally, self->session, self->facts->year, self->language, error) ||
      !koyomi_session_for_each_run (self->session, self->function, tally.count.first_day, tally.count.last_day, self->language, add_run,
                                    &tally, error))
    return FALSE;

  self->facts->count = tally.count;
  self->facts->activities = g_steal_pointer (&tally.activities);

  return TRUE;
}

static char *
join_letters (GPtrArray      *assignments,
              KoyomiRecord   *team,
              guint32         day,
              KoyomiAlphabet *alphabet)
{
  KoyomiLetters letters = KOYOMI_LETTERS_NONE;

  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);

      if (koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM) == koyomi_record_get_id (team) &&
          koyomi_assignment_holds_on (assignment, day))
        letters |= koyomi_alphabet_read (alphabet, koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
    }

  return letters != KOYOMI_LETTERS_NONE ? koyomi_alphabet_format (alphabet, letters) : NULL;
}

static gboolean
load_teams (Source  *self,
            GError **error)
{
  g_autoptr(GPtrArray) own = list (self, KOYOMI_TABLE_LETTER, 0, error);
  g_autoptr(GPtrArray) teams = own != NULL ? list (self, KOYOMI_TABLE_TEAM, 0, error) : NULL;
  g_autoptr(GPtrArray) assignments = teams != NULL ? list (self, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, error) : NULL;
  g_autoptr(KoyomiAlphabet) alphabet = assignments != NULL ? koyomi_alphabet_new (own) : NULL;

  if (alphabet == NULL)
    return FALSE;

  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);
      char *letters = join_letters (assignments, team, self->facts->today, alphabet);
      KoyomiTeamLetters *entry;

      if (letters == NULL)
        continue;

      entry = g_new0 (KoyomiTeamLetters, 1);
      entry->team = g_object_ref (team);
      entry->letters = letters;
      g_ptr_array_add (self->facts->teams, entry);
    }

  return TRUE;
}

static gboolean
load_maturity (Source  *self,
               GError **error)
{
  g_autoptr(GPtrArray) records = list (self, KOYOMI_TABLE_MATURITY, KOYOMI_MATURITY_FUNCTION, error);
  KoyomiMaturityLevels levels[KOYOMI_N_EXECUTIONS];

  if (records == NULL)
    return FALSE;

  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    levels[mode] = koyomi_maturity_read_levels (koyomi_maturity_find (records, self->function, mode, self->facts->today));
  self->facts->score = koyomi_maturity_score (levels);

  return TRUE;
}

static gboolean
load_incidents (Source  *self,
                GError **error)
{
  g_autoptr(GPtrArray) duties = list (self, KOYOMI_TABLE_DUTY, KOYOMI_DUTY_FUNCTION, error);
  g_autoptr(GPtrArray) links = duties != NULL ? list (self, KOYOMI_TABLE_INCIDENT_LINK, KOYOMI_INCIDENT_LINK_FUNCTION, error) : NULL;
  g_autoptr(GHashTable) ids = _koyomi_id_set_new ();
  g_autoptr(GHashTable) concerned = _koyomi_id_set_new ();

  if (links == NULL)
    return FALSE;

  _koyomi_id_set_fill (concerned, links, KOYOMI_INCIDENT_LINK_INCIDENT);
  _koyomi_id_set_fill (ids, duties, KOYOMI_DUTY_ID);
  self->facts->incidents = _koyomi_incident_parts_load (self->session, KOYOMI_INCIDENT_TASK_DUTY, ids, concerned, self->language,
                                                        error);
  if (self->facts->incidents == NULL)
    return FALSE;

  for (guint i = 0; i < self->facts->incidents->len; i++)
    _koyomi_id_set_add (self->incidents,
                        koyomi_record_get_id (((KoyomiIncidentPart *) g_ptr_array_index (self->facts->incidents, i))->incident));

  return TRUE;
}

static gboolean
load_controls (Source  *self,
               GError **error)
{
  g_autoptr(GPtrArray) links = list (self, KOYOMI_TABLE_FUNCTION_CONTROL, KOYOMI_FUNCTION_CONTROL_FUNCTION, error);
  g_autoptr(GPtrArray) controls = links != NULL ? list (self, KOYOMI_TABLE_CONTROL, 0, error) : NULL;

  if (controls == NULL)
    return FALSE;

  _koyomi_id_set_fill (self->controls, links, KOYOMI_FUNCTION_CONTROL_CONTROL);
  for (guint i = 0; i < controls->len; i++)
    if (_koyomi_id_set_has (self->controls, g_ptr_array_index (controls, i), KOYOMI_CONTROL_ID))
      g_ptr_array_add (self->facts->controls, g_object_ref (g_ptr_array_index (controls, i)));

  return TRUE;
}

/* A finding that names its function is about that one only. One that names but a control is about every function that the control is
 * asked of, and one that only came from an incident about those that handled it. */
static gboolean
is_about (Source       *self,
          KoyomiRecord *finding)
{
  if (!koyomi_record_is_none (finding, KOYOMI_FINDING_FUNCTION))
    return koyomi_record_get_int (finding, KOYOMI_FINDING_FUNCTION) == self->function;

  if (!koyomi_record_is_none (finding, KOYOMI_FINDING_CONTROL))
    return _koyomi_id_set_has (self->controls, finding, KOYOMI_FINDING_CONTROL);

  return _koyomi_id_set_has (self->incidents, finding, KOYOMI_FINDING_INCIDENT);
}

static gboolean
is_closed (KoyomiRecord *finding)
{
  return koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS) == KOYOMI_FINDING_STATUS_CLOSED;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  KoyomiRecord *first = *(KoyomiRecord * const *) a;
  KoyomiRecord *second = *(KoyomiRecord * const *) b;
  gint64 first_day = koyomi_record_get_int (first, KOYOMI_FINDING_FOUND_DAY);
  gint64 second_day = koyomi_record_get_int (second, KOYOMI_FINDING_FOUND_DAY);

  if (is_closed (first) != is_closed (second))
    return is_closed (first) ? 1 : -1;
  if (first_day != second_day)
    return first_day > second_day ? -1 : 1;

  return g_strcmp0 (koyomi_record_get_text (first, KOYOMI_FINDING_NUMBER), koyomi_record_get_text (second, KOYOMI_FINDING_NUMBER));
}

static gboolean
load_findings (Source  *self,
               GError **error)
{
  g_autoptr(GPtrArray) findings = list (self, KOYOMI_TABLE_FINDING, 0, error);

  if (findings == NULL)
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    if (is_about (self, g_ptr_array_index (findings, i)))
      {
        g_ptr_array_add (self->facts->findings, g_object_ref (g_ptr_array_index (findings, i)));
        self->facts->n_open += !is_closed (g_ptr_array_index (findings, i));
      }
  g_ptr_array_sort (self->facts->findings, compare_findings);
  _koyomi_id_set_fill (self->findings, self->facts->findings, KOYOMI_FINDING_ID);

  return TRUE;
}

/* Returns: (transfer full) (nullable): the name of the row that @proof proves by @field */
static char *
name_row (Source       *self,
          KoyomiRecord *proof,
          int           field)
{
  static const struct
  {
    int           field;
    KoyomiTableId table;
    int           name;
  } rows[] = {
    { KOYOMI_PROOF_CONTROL, KOYOMI_TABLE_CONTROL, KOYOMI_CONTROL_CODE },
    { KOYOMI_PROOF_FINDING, KOYOMI_TABLE_FINDING, KOYOMI_FINDING_NUMBER },
    { KOYOMI_PROOF_INCIDENT, KOYOMI_TABLE_INCIDENT, KOYOMI_INCIDENT_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].field == field)
      {
        g_autoptr(KoyomiRecord) row = koyomi_session_get (self->session, rows[i].table, koyomi_record_get_int (proof, field), self->language,
                                                          NULL);

        return row != NULL ? g_strdup (koyomi_record_get_text (row, rows[i].name)) : NULL;
      }

  return NULL;
}

/* Returns: (transfer full) (nullable): NULL for a run of another function */
static char *
name_run (Source       *self,
          KoyomiRecord *proof)
{
  g_autoptr(KoyomiRecord) run = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE,
                                                    koyomi_record_get_int (proof, KOYOMI_PROOF_OCCURRENCE), self->language, NULL);
  g_autoptr(KoyomiRecord) activity = NULL;

  if (run == NULL || koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION) != self->function)
    return NULL;

  if (!koyomi_record_is_none (run, KOYOMI_OCCURRENCE_TITLE))
    return g_strdup (koyomi_record_get_title (run));

  activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY),
                                 self->language, NULL);

  return activity != NULL ? g_strdup (koyomi_record_get_title (activity)) : NULL;
}

/* Returns: (transfer full) (nullable): NULL for an assessment of another function */
static char *
name_assessment (Source       *self,
                 KoyomiRecord *proof)
{
  g_autoptr(KoyomiRecord) assessment = koyomi_session_get (self->session, KOYOMI_TABLE_MATURITY,
                                                           koyomi_record_get_int (proof, KOYOMI_PROOF_MATURITY), self->language, NULL);

  if (assessment == NULL || koyomi_record_get_int (assessment, KOYOMI_MATURITY_FUNCTION) != self->function)
    return NULL;

  return g_strdup (koyomi_tr (self->language, N_("Maturity")));
}

/* Returns: (transfer full) (nullable): what of the function @proof is of */
static char *
name_proved (Source       *self,
             KoyomiRecord *proof)
{
  if (_koyomi_id_set_has (self->controls, proof, KOYOMI_PROOF_CONTROL))
    return name_row (self, proof, KOYOMI_PROOF_CONTROL);
  if (_koyomi_id_set_has (self->findings, proof, KOYOMI_PROOF_FINDING))
    return name_row (self, proof, KOYOMI_PROOF_FINDING);
  if (_koyomi_id_set_has (self->incidents, proof, KOYOMI_PROOF_INCIDENT))
    return name_row (self, proof, KOYOMI_PROOF_INCIDENT);
  if (!koyomi_record_is_none (proof, KOYOMI_PROOF_OCCURRENCE))
    return name_run (self, proof);

  return koyomi_record_is_none (proof, KOYOMI_PROOF_MATURITY) ? NULL : name_assessment (self, proof);
}

static char *
join_proved (Source       *self,
             GPtrArray    *proofs,
             KoyomiRecord *evidence)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proofs->len; i++)
    {
      KoyomiRecord *proof = g_ptr_array_index (proofs, i);
      g_autofree char *name = koyomi_record_get_int (proof, KOYOMI_PROOF_EVIDENCE) == koyomi_record_get_id (evidence)
                                ? name_proved (self, proof) : NULL;

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : self->language == KOYOMI_LANGUAGE_JA ? "、" : ", ", name);
    }

  return g_string_free (text, FALSE);
}

static gboolean
load_evidence (Source  *self,
               GError **error)
{
  g_autoptr(GPtrArray) proofs = list (self, KOYOMI_TABLE_PROOF, 0, error);
  g_autoptr(GPtrArray) evidence = proofs != NULL ? list (self, KOYOMI_TABLE_EVIDENCE, 0, error) : NULL;

  if (evidence == NULL)
    return FALSE;

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *proves = join_proved (self, proofs, g_ptr_array_index (evidence, i));
      KoyomiEvidenceUse *use;

      if (*proves == '\0')
        continue;

      use = g_new0 (KoyomiEvidenceUse, 1);
      use->evidence = g_object_ref (g_ptr_array_index (evidence, i));
      use->proves = g_steal_pointer (&proves);
      g_ptr_array_add (self->facts->evidence, use);
    }

  return TRUE;
}

/* Gathers all that the plan says of a function. */
KoyomiFunctionFacts *
koyomi_session_load_function_facts (KoyomiSession     *session,
                                    gint64             function,
                                    KoyomiFiscalYear   year,
                                    KoyomiLanguage     language,
                                    GError           **error)
{
  g_autoptr(KoyomiFunctionFacts) self = g_new0 (KoyomiFunctionFacts, 1);
  g_auto(Source) source = { session, language, function, self, _koyomi_id_set_new (), _koyomi_id_set_new (), _koyomi_id_set_new () };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self->year = year;
  self->today = koyomi_day_today ();
  self->teams = g_ptr_array_new_with_free_func (free_letters);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->controls = g_ptr_array_new_with_free_func (g_object_unref);
  self->evidence = g_ptr_array_new_with_free_func (free_use);

  if (!load_activities (&source, error) || !load_teams (&source, error) || !load_maturity (&source, error) ||
      !load_incidents (&source, error) || !load_controls (&source, error) || !load_findings (&source, error) ||
      !load_evidence (&source, error))
    return NULL;

  return g_steal_pointer (&self);
}
