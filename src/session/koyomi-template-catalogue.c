#include "koyomi-template-loader.h"

#include "koyomi-day.h"

#include <string.h>

/* What every plan begins with: catalogues, functions and their duties, controls, metrics, reporting duties. */

/* Which column of a table goes into which field. */
typedef struct
{
  int         field;
  const char *column;
} Cell;

static const char * const duty_kinds[] = { "monthly", "routine", "at-incident" };
static const char * const duty_columns[] = { "monthly", "routine", "at_incident" };

static gboolean
load_controls (KoyomiLoader            *self,
               const KoyomiReference   *table,
               KoyomiControlKind        kind,
               int                     *position,
               GError                 **error)
{
  const char *code_column = kind == KOYOMI_CONTROL_KIND_CLAUSE ? "clause" : "control";

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) control = koyomi_record_new (KOYOMI_TABLE_CONTROL);
      const char *code = koyomi_reference_get_text (table, i, code_column);
      g_autofree char *key = g_strconcat (kind == KOYOMI_CONTROL_KIND_CLAUSE ? "c" : "a", code, NULL);

      koyomi_record_set_text (control, KOYOMI_CONTROL_CODE, code);
      koyomi_record_set_int (control, KOYOMI_CONTROL_KIND, kind);
      koyomi_record_set_int (control, KOYOMI_CONTROL_APPLICABLE, TRUE);
      koyomi_record_set_int (control, KOYOMI_CONTROL_POSITION, ++*position);
      _koyomi_loader_set_cell (self, control, KOYOMI_CONTROL_NAME, table, i, "label");
      if (kind == KOYOMI_CONTROL_KIND_CLAUSE)
        {
          koyomi_record_set_text (control, KOYOMI_CONTROL_EVIDENCE_KIND, koyomi_reference_get_text (table, i, "evidence_kind"));
          _koyomi_loader_set_cell (self, control, KOYOMI_CONTROL_EVIDENCE, table, i, "evidence");
        }
      else
        _koyomi_loader_set_cell (self, control, KOYOMI_CONTROL_THEME, table, i, "theme");

      if (!_koyomi_loader_insert (self, control, key, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_limit (KoyomiLoader           *self,
            gint64                  metric,
            const KoyomiReference  *table,
            guint                   row,
            GError                **error)
{
  g_autoptr(KoyomiRecord) limit = koyomi_record_new (KOYOMI_TABLE_METRIC_LIMIT);
  const char *target = koyomi_reference_get_text (table, row, "target");
  const char *warning = koyomi_reference_get_text (table, row, "warning");

  if (*target == '\0' && *warning == '\0')
    return TRUE;

  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_METRIC, metric);
  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_FROM_DAY, koyomi_fiscal_year_get_first_day (self->year));
  if (*target != '\0')
    koyomi_record_set_real (limit, KOYOMI_METRIC_LIMIT_TARGET, g_ascii_strtod (target, NULL));
  if (*warning != '\0')
    koyomi_record_set_real (limit, KOYOMI_METRIC_LIMIT_WARNING, g_ascii_strtod (warning, NULL));

  return _koyomi_loader_insert (self, limit, NULL, error);
}

/* @row: of the table of metrics */
gboolean
_koyomi_template_load_metric (KoyomiLoader  *self,
                              guint          row,
                              GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/kpis");
  g_autoptr(KoyomiRecord) metric = koyomi_record_new (KOYOMI_TABLE_METRIC);
  const char *code = koyomi_reference_get_text (table, row, "id");

  koyomi_record_set_text (metric, KOYOMI_METRIC_CODE, code);
  koyomi_record_set_int (metric, KOYOMI_METRIC_POSITION, row + 1);
  koyomi_record_set_text (metric, KOYOMI_METRIC_COMPUTATION, koyomi_reference_get_text (table, row, "computation"));
  _koyomi_loader_set_word (metric, KOYOMI_METRIC_KIND, koyomi_reference_get_text (table, row, "kind"));
  _koyomi_loader_set_word (metric, KOYOMI_METRIC_UNIT, koyomi_reference_get_text (table, row, "unit"));
  _koyomi_loader_set_word (metric, KOYOMI_METRIC_DIRECTION, koyomi_reference_get_text (table, row, "direction"));
  _koyomi_loader_set_cell (self, metric, KOYOMI_METRIC_NAME, table, row, "name");
  _koyomi_loader_set_cell (self, metric, KOYOMI_METRIC_FORMULA, table, row, "formula");
  _koyomi_loader_set_cell (self, metric, KOYOMI_METRIC_DATA, table, row, "data");
  _koyomi_loader_set_cell (self, metric, KOYOMI_METRIC_SOURCE, table, row, "source");
  _koyomi_loader_set_cell (self, metric, KOYOMI_METRIC_NOTE, table, row, "note");

  return _koyomi_loader_insert (self, metric, code, error) && load_limit (self, koyomi_record_get_id (metric), table, row, error);
}

static gboolean
load_metrics (KoyomiLoader  *self,
              GError       **error)
{
  guint n_rows = koyomi_reference_get_n_rows (koyomi_reference_get ("reference/kpis"));

  for (guint i = 0; i < n_rows; i++)
    if (!_koyomi_template_load_metric (self, i, error))
      return FALSE;

  return TRUE;
}

static void
set_amount (KoyomiRecord *clock,
            int           field,
            const char   *cell)
{
  if (*cell != '\0')
    koyomi_record_set_real (clock, field, g_ascii_strtod (cell, NULL));
}

static gboolean
load_clocks (KoyomiLoader  *self,
             GError       **error)
{
  static const Cell plain[] = {
    { KOYOMI_CLOCK_CODE, "id" },
    { KOYOMI_CLOCK_JURISDICTION, "jurisdiction" },
    { KOYOMI_CLOCK_CLOCK_START, "clock_start" },
    { KOYOMI_CLOCK_UNIT, "unit" },
    { KOYOMI_CLOCK_ROLL_RULE, "roll_rule" },
    { KOYOMI_CLOCK_CONFIDENCE, "confidence" },
    { KOYOMI_CLOCK_SOURCE_URL, "source_url" },
    { KOYOMI_CLOCK_NOTICE, "notice" },
    { KOYOMI_CLOCK_AFTER_NOTICE, "after_notice" },
    { KOYOMI_CLOCK_TIME_ZONE, "time_zone" },
    { KOYOMI_CLOCK_ITEMS, "items" },
  }, both[] = {
    { KOYOMI_CLOCK_REGIME, "regime" },
    { KOYOMI_CLOCK_STAGE, "stage" },
    { KOYOMI_CLOCK_TRIGGER_TEXT, "trigger" },
    { KOYOMI_CLOCK_RECIPIENT, "recipient" },
    { KOYOMI_CLOCK_LEGAL_BASIS, "legal_basis" },
    { KOYOMI_CLOCK_STATUS, "status" },
    { KOYOMI_CLOCK_NOTE, "note" },
  };
  const KoyomiReference *table = koyomi_reference_get ("reference/reporting_clocks");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) clock = koyomi_record_new (KOYOMI_TABLE_CLOCK);
      for (guint j = 0; j < G_N_ELEMENTS (plain); j++)
        koyomi_record_set_text (clock, plain[j].field, koyomi_reference_get_text (table, i, plain[j].column));
      koyomi_record_set_int (clock, KOYOMI_CLOCK_POSITION, i + 1);
      set_amount (clock, KOYOMI_CLOCK_AMOUNT, koyomi_reference_get_text (table, i, "amount"));
      set_amount (clock, KOYOMI_CLOCK_WARN_AMOUNT, koyomi_reference_get_text (table, i, "warn_amount"));
      for (guint j = 0; j < G_N_ELEMENTS (both); j++)
        _koyomi_loader_set_cell (self, clock, both[j].field, table, i, both[j].column);

      if (!_koyomi_loader_insert (self, clock, koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_catalogue (KoyomiLoader  *self,
                const char    *code,
                const char    *name_ja,
                const char    *name_en,
                const char    *edition,
                int            position,
                GError       **error)
{
  g_autoptr(KoyomiRecord) catalogue = koyomi_record_new (KOYOMI_TABLE_CATALOGUE);

  koyomi_record_set_text (catalogue, KOYOMI_CATALOGUE_CODE, code);
  koyomi_record_set_text (catalogue, KOYOMI_CATALOGUE_EDITION, edition);
  koyomi_record_set_int (catalogue, KOYOMI_CATALOGUE_POSITION, position);
  _koyomi_loader_set_both (self, catalogue, KOYOMI_CATALOGUE_NAME, name_ja, name_en);

  return _koyomi_loader_insert (self, catalogue, code, error);
}

/* The registers that also an empty plan has, and a catalogue for the company's own functions. */
gboolean
_koyomi_template_load_registers (KoyomiLoader  *self,
                                 GError       **error)
{
  int position = 0;

  return load_catalogue (self, "own", "自社の機能", "Own functions", "", 9, error) &&
         load_controls (self, koyomi_reference_get ("reference/iso27001_clauses"), KOYOMI_CONTROL_KIND_CLAUSE, &position, error) &&
         load_controls (self, koyomi_reference_get ("reference/iso27001_annexa"), KOYOMI_CONTROL_KIND_ANNEX_A, &position, error) &&
         load_metrics (self, error) &&
         load_clocks (self, error);
}

static gboolean
load_duties (KoyomiLoader           *self,
             gint64                  function,
             const KoyomiReference  *table,
             guint                   row,
             KoyomiDutyKind          kind,
             GError                **error)
{
  const char *cell_ja = koyomi_reference_get_localized (table, row, duty_columns[kind], KOYOMI_LANGUAGE_JA);
  const char *cell_en = koyomi_reference_get_localized (table, row, duty_columns[kind], KOYOMI_LANGUAGE_EN);
  g_auto(GStrv) ja = g_strsplit (cell_ja, " | ", -1);
  g_auto(GStrv) en = g_strsplit (cell_en, " | ", -1);

  if (*cell_ja == '\0')
    return TRUE;

  g_assert (g_strv_length (ja) == g_strv_length (en));
  for (guint i = 0; ja[i] != NULL; i++)
    {
      g_autoptr(KoyomiRecord) duty = koyomi_record_new (KOYOMI_TABLE_DUTY);
      g_autofree char *key = g_strdup_printf ("cric:%s:%s:%u", koyomi_reference_get_text (table, row, "function_no"),
                                              duty_kinds[kind], i + 1);

      koyomi_record_set_int (duty, KOYOMI_DUTY_FUNCTION, function);
      koyomi_record_set_int (duty, KOYOMI_DUTY_KIND, kind);
      koyomi_record_set_int (duty, KOYOMI_DUTY_POSITION, i + 1);
      _koyomi_loader_set_both (self, duty, KOYOMI_DUTY_TITLE, ja[i], en[i]);
      if (!_koyomi_loader_insert (self, duty, key, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_cric_group (KoyomiLoader           *self,
                 const KoyomiReference  *table,
                 guint                   row,
                 gint64                 *id,
                 GError                **error)
{
  g_autoptr(KoyomiRecord) group = koyomi_record_new (KOYOMI_TABLE_GROUP);

  koyomi_record_set_int (group, KOYOMI_GROUP_CATALOGUE, _koyomi_loader_find (self, KOYOMI_TABLE_CATALOGUE, "cric"));
  koyomi_record_set_text (group, KOYOMI_GROUP_CODE, koyomi_reference_get_text (table, row, "group_no"));
  koyomi_record_set_int (group, KOYOMI_GROUP_POSITION, koyomi_reference_get_int (table, row, "group_no"));
  _koyomi_loader_set_cell (self, group, KOYOMI_GROUP_NAME, table, row, "group");
  *id = koyomi_record_get_id (group);

  return _koyomi_loader_insert (self, group, NULL, error);
}

static gboolean
load_cric (KoyomiLoader  *self,
           GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/functions_cric");
  const char *last_group = "";
  gint64 group = 0;

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) function = koyomi_record_new (KOYOMI_TABLE_FUNCTION);
      const char *number = koyomi_reference_get_text (table, i, "function_no");
      g_autofree char *key = g_strconcat ("cric:", number, NULL);

      if (strcmp (last_group, koyomi_reference_get_text (table, i, "group_no")) != 0 &&
          !load_cric_group (self, table, i, &group, error))
        return FALSE;

      last_group = koyomi_reference_get_text (table, i, "group_no");
      koyomi_record_set_int (function, KOYOMI_FUNCTION_GROUP, group);
      koyomi_record_set_text (function, KOYOMI_FUNCTION_CODE, number);
      koyomi_record_set_int (function, KOYOMI_FUNCTION_POSITION, i + 1);
      _koyomi_loader_set_cell (self, function, KOYOMI_FUNCTION_NAME, table, i, "function");
      _koyomi_loader_set_cell (self, function, KOYOMI_FUNCTION_TASKS, table, i, "tasks");
      if (!_koyomi_loader_insert (self, function, key, error))
        return FALSE;

      for (guint kind = 0; kind < G_N_ELEMENTS (duty_kinds); kind++)
        if (!load_duties (self, koyomi_record_get_id (function), table, i, kind, error))
          return FALSE;
    }

  return TRUE;
}

/* The nine categories, which ISOG-J's list and X.1060 share in their order. */
static gboolean
load_categories (KoyomiLoader  *self,
                 const char    *catalogue,
                 const char    *name_column,
                 GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/categories_isogj");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) group = koyomi_record_new (KOYOMI_TABLE_GROUP);
      const char *code = koyomi_reference_get_text (table, i, "code");
      g_autofree char *key = g_strdup_printf ("%s:%s", catalogue, code);

      koyomi_record_set_int (group, KOYOMI_GROUP_CATALOGUE, _koyomi_loader_find (self, KOYOMI_TABLE_CATALOGUE, catalogue));
      koyomi_record_set_text (group, KOYOMI_GROUP_CODE, code);
      koyomi_record_set_int (group, KOYOMI_GROUP_POSITION, i + 1);
      _koyomi_loader_set_cell (self, group, KOYOMI_GROUP_NAME, table, i, name_column);
      if (strcmp (name_column, "name") == 0)
        _koyomi_loader_set_cell (self, group, KOYOMI_GROUP_SUMMARY, table, i, "summary");
      if (!_koyomi_loader_insert (self, group, key, error))
        return FALSE;
    }

  return TRUE;
}

static KoyomiRecord *
start_role (KoyomiLoader          *self,
            const char            *catalogue,
            const KoyomiReference *table,
            guint                  row)
{
  KoyomiRecord *role = koyomi_record_new (KOYOMI_TABLE_FUNCTION);

  koyomi_record_set_int (role, KOYOMI_FUNCTION_GROUP,
                         _koyomi_loader_findf (self, KOYOMI_TABLE_GROUP, "%s:%s", catalogue,
                                               koyomi_reference_get_text (table, row, "category")));
  koyomi_record_set_text (role, KOYOMI_FUNCTION_CODE, koyomi_reference_get_text (table, row, "code"));
  koyomi_record_set_int (role, KOYOMI_FUNCTION_POSITION, row + 1);
  _koyomi_loader_set_cell (self, role, KOYOMI_FUNCTION_NAME, table, row, "name");
  _koyomi_loader_set_cell (self, role, KOYOMI_FUNCTION_NOTE, table, row, "note");

  return role;
}

static gboolean
load_services (KoyomiLoader  *self,
               GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/x1060_services");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) service = start_role (self, "x1060", table, i);
      g_autofree char *key = g_strconcat ("x1060:", koyomi_reference_get_text (table, i, "code"), NULL);

      if (!_koyomi_loader_insert (self, service, key, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_pair (KoyomiLoader  *self,
           gint64         from,
           gint64         to,
           const char    *basis,
           GError       **error)
{
  g_autoptr(KoyomiRecord) pair = koyomi_record_new (KOYOMI_TABLE_CROSSWALK);

  koyomi_record_set_int (pair, KOYOMI_CROSSWALK_FROM_FUNCTION, from);
  koyomi_record_set_int (pair, KOYOMI_CROSSWALK_TO_FUNCTION, to);
  koyomi_record_set_text (pair, KOYOMI_CROSSWALK_BASIS, basis);

  return _koyomi_loader_insert (self, pair, NULL, error);
}

static gboolean
load_crosswalk (KoyomiLoader  *self,
                gint64         role,
                const char    *services,
                GError       **error)
{
  g_auto(GStrv) codes = g_strsplit (services, " | ", -1);

  for (guint i = 0; codes[i] != NULL && *codes[i] != '\0'; i++)
    if (!load_pair (self, role, _koyomi_loader_findf (self, KOYOMI_TABLE_FUNCTION, "x1060:%s", codes[i]), "judgement", error))
      return FALSE;

  return TRUE;
}

static gboolean
load_roles (KoyomiLoader  *self,
            GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/roles_isogj");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) role = start_role (self, "isogj", table, i);
      g_autofree char *area = g_ascii_strdown (koyomi_reference_get_text (table, i, "quadrant"), -1);
      g_autofree char *key = g_strconcat ("isogj:", koyomi_reference_get_text (table, i, "code"), NULL);

      _koyomi_loader_set_word (role, KOYOMI_FUNCTION_AREA, area);
      _koyomi_loader_set_word (role, KOYOMI_FUNCTION_INFORMATION, koyomi_reference_get_text (table, i, "info_nature"));
      _koyomi_loader_set_word (role, KOYOMI_FUNCTION_EXPERTISE, koyomi_reference_get_text (table, i, "expertise"));
      _koyomi_loader_set_cell (self, role, KOYOMI_FUNCTION_TASKS, table, i, "summary");
      if (!_koyomi_loader_insert (self, role, key, error) ||
          !load_crosswalk (self, koyomi_record_get_id (role), koyomi_reference_get_text (table, i, "x1060"), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_function_controls (KoyomiLoader  *self,
                        const char    *name,
                        const char    *column,
                        const char    *catalogue,
                        GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get (name);

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      g_autoptr(KoyomiRecord) pair = koyomi_record_new (KOYOMI_TABLE_FUNCTION_CONTROL);

      koyomi_record_set_int (pair, KOYOMI_FUNCTION_CONTROL_FUNCTION,
                             _koyomi_loader_findf (self, KOYOMI_TABLE_FUNCTION, "%s:%s", catalogue,
                                                   koyomi_reference_get_text (table, i, column)));
      koyomi_record_set_int (pair, KOYOMI_FUNCTION_CONTROL_CONTROL,
                             _koyomi_loader_findf (self, KOYOMI_TABLE_CONTROL, "a%s",
                                                   koyomi_reference_get_text (table, i, "control")));
      koyomi_record_set_text (pair, KOYOMI_FUNCTION_CONTROL_BASIS, koyomi_reference_get_text (table, i, "basis"));
      if (!_koyomi_loader_insert (self, pair, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* Which functions of CRIC's list do what a role of ISOG-J's does. */
static gboolean
load_function_roles (KoyomiLoader  *self,
                     GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/map_function_role");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      gint64 function = _koyomi_loader_findf (self, KOYOMI_TABLE_FUNCTION, "cric:%s",
                                              koyomi_reference_get_text (table, i, "function_no"));
      gint64 role = _koyomi_loader_findf (self, KOYOMI_TABLE_FUNCTION, "isogj:%s", koyomi_reference_get_text (table, i, "role_code"));

      if (!load_pair (self, function, role, koyomi_reference_get_text (table, i, "basis"), error))
        return FALSE;
    }

  return TRUE;
}

/* The three catalogues, with what leads from one to another and to the controls. */
gboolean
_koyomi_template_load_catalogues (KoyomiLoader  *self,
                                  GError       **error)
{
  return load_catalogue (self, "cric", "CRIC CSF 機能定義", "CRIC CSF functions", "2016", 1, error) &&
         load_catalogue (self, "isogj", "ISOG-J 役割一覧", "ISOG-J roles", "2.1 (2018)", 2, error) &&
         load_catalogue (self, "x1060", "ITU-T X.1060 サービス", "ITU-T X.1060 services", "2021-06", 3, error) &&
         load_cric (self, error) &&
         load_categories (self, "isogj", "name", error) &&
         load_categories (self, "x1060", "x1060_category", error) &&
         load_services (self, error) &&
         load_roles (self, error) &&
         load_function_roles (self, error) &&
         load_function_controls (self, "reference/map_function_iso27001", "function_no", "cric", error) &&
         load_function_controls (self, "reference/map_role_iso27001", "role_code", "isogj", error);
}

/* Starting teams and who does what, to be changed. */
gboolean
_koyomi_template_load_teams (KoyomiLoader  *self,
                             GError       **error)
{
  const KoyomiReference *teams = koyomi_reference_get ("reference/teams_default");
  const KoyomiReference *pairs = koyomi_reference_get ("reference/function_team_default");

  for (guint i = 0; i < koyomi_reference_get_n_rows (teams); i++)
    {
      g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
      const char *code = koyomi_reference_get_text (teams, i, "code");

      koyomi_record_set_text (team, KOYOMI_TEAM_CODE, code);
      koyomi_record_set_int (team, KOYOMI_TEAM_POSITION, i + 1);
      _koyomi_loader_set_cell (self, team, KOYOMI_TEAM_NAME, teams, i, "name");
      if (!_koyomi_loader_insert (self, team, code, error))
        return FALSE;
    }

  for (guint i = 0; i < koyomi_reference_get_n_rows (pairs); i++)
    {
      g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION,
                             _koyomi_loader_findf (self, KOYOMI_TABLE_FUNCTION, "cric:%s",
                                                   koyomi_reference_get_text (pairs, i, "function_no")));
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM,
                             _koyomi_loader_find (self, KOYOMI_TABLE_TEAM, koyomi_reference_get_text (pairs, i, "team_code")));
      koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, koyomi_reference_get_text (pairs, i, "raci"));
      koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_BASIS, koyomi_reference_get_text (pairs, i, "basis"));
      if (!_koyomi_loader_insert (self, assignment, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* One activity a function and title, with the months of all its cells. */
static gboolean
load_activity (KoyomiLoader           *self,
               const KoyomiReference  *table,
               guint                   row,
               const char             *key,
               const char             *months,
               const char             *source_months,
               gboolean                with_runs,
               GError                **error)
{
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autofree char *rule = g_strdup_printf ("months=%s span=month", months);
  g_autofree char *source = g_strdup_printf ("cric:%s", koyomi_reference_get_text (table, row, "source_row"));
  guint32 first_day = koyomi_fiscal_year_get_first_day (self->year);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION,
                         _koyomi_loader_findf (self, KOYOMI_TABLE_FUNCTION, "cric:%s",
                                               koyomi_reference_get_text (table, row, "function_no")));
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_SOURCE, source);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_SOURCE_MONTHS, source_months);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, 1);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_POSITION, row + 1);
  _koyomi_loader_set_cell (self, activity, KOYOMI_ACTIVITY_TITLE, table, row, "title");

  return _koyomi_loader_insert (self, activity, key, error) &&
         (!with_runs || koyomi_edit_add_runs (self->edit, activity, first_day,
                                              koyomi_fiscal_year_get_last_day (self->year), error) >= 0);
}

static gboolean
is_same_activity (const KoyomiReference *table,
                  guint                  row,
                  guint                  other)
{
  return strcmp (koyomi_reference_get_text (table, row, "function_no"), koyomi_reference_get_text (table, other, "function_no")) == 0 &&
         strcmp (koyomi_reference_get_text (table, row, "title_ja"), koyomi_reference_get_text (table, other, "title_ja")) == 0;
}

static gboolean
is_first_of_activity (const KoyomiReference *table,
                      guint                  row)
{
  for (guint i = 0; i < row; i++)
    if (is_same_activity (table, row, i))
      return FALSE;

  return TRUE;
}

static char *
join_months (const KoyomiReference *table,
             guint                  row,
             const char            *column)
{
  GString *months = g_string_new (NULL);

  for (guint i = row; i < koyomi_reference_get_n_rows (table); i++)
    if (is_same_activity (table, row, i))
      g_string_append_printf (months, "%s%s", months->len > 0 ? "," : "", koyomi_reference_get_text (table, i, column));

  return g_string_free (months, FALSE);
}

/**
 * _koyomi_template_load_year:
 * @with_runs: make the runs of the plan's year
 *
 * The 65 items of the CRIC annual calendar, in the months of the source table or in those that the reference proposes instead.
 */
gboolean
_koyomi_template_load_year (KoyomiLoader  *self,
                            gboolean       with_runs,
                            GError       **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/calendar_cric");
  const char *last_function = "";
  int number = 0;

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      const char *function = koyomi_reference_get_text (table, i, "function_no");
      g_autofree char *source_months = NULL;
      g_autofree char *months = NULL;
      g_autofree char *key = NULL;

      if (!is_first_of_activity (table, i))
        continue;

      number = strcmp (function, last_function) == 0 ? number + 1 : 1;
      last_function = function;
      source_months = join_months (table, i, "month");
      months = join_months (table, i, self->options->adjusted_months ? "adjusted_month" : "month");
      key = g_strdup_printf ("cric:%s:%d", function, number);
      if (!load_activity (self, table, i, key, months, source_months, with_runs, error))
        return FALSE;
    }

  return TRUE;
}
