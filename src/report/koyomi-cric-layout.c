#include "koyomi-cric-layout-private.h"

#include "koyomi-day.h"
#include "koyomi-import-key-private.h"

#include <stdlib.h>
#include <string.h>

/* Headings stand near the top, and side by side. */
#define MAX_HEADING_ROW 40
#define MAX_HEADING_COLUMN 256
#define MAX_HEADING_ROWS 5
#define MIN_BARE_MONTHS 6

typedef struct
{
  guint column;
  guint last_column;    /* of the merged cell */
  int   first_month;
} Quarter;

/* What companies call the columns, as keys without what stands in brackets. */
static const struct
{
  KoyomiCricRole  role;
  const char     *names;
} headings[] = {
  { KOYOMI_CRIC_GROUP, " 主な機能概要 機能概要 機能区分 機能群 機能分類 分類 大分類 区分 カテゴリ カテゴリー 領域 group functiongroup category area " },
  { KOYOMI_CRIC_CODE, " no no. # 番号 項番 コード code number functionno functionno. " },
  { KOYOMI_CRIC_FUNCTION, " セキュリティ機能定義最終報告 機能 機能名 セキュリティ機能 対策機能 中分類 機能項目 function functions functionname securityfunction " },
  { KOYOMI_CRIC_TEAM, " 担当 担当部署 担当部門 担当組織 担当チーム 担当者 主管 主管部署 主管部門 所管 部署 チーム 実施部門"
    " team teams owner responsible department inchargeof incharge " },
  { KOYOMI_CRIC_TASKS, " サイバーセキュリティ対策機能を実現する業務 業務 業務内容 業務概要 主な業務 タスク 内容"
    " task tasks work description " },
  { KOYOMI_CRIC_SKILLS, " スキルセット スキル 必要スキル 必要なスキル skillset skillsets skill skills " },
  { KOYOMI_CRIC_MONTHLY, " 月例 月次 月例業務 月次業務 monthly monthlyduties monthlyduty " },
  { KOYOMI_CRIC_ROUTINE, " 定常 定常業務 日常 日常業務 日次 日次業務 routine routineduties routineduty daily " },
  { KOYOMI_CRIC_AT_INCIDENT, " インシデント発生時 インシデント時 インシデント対応 事案発生時 発生時 有事 緊急時"
    " atincident onincident duringanincident duringincident incident incidents " },
};

static const char * const month_names[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
};

/* Returns: @key without what stands in brackets */
static char *
drop_brackets (const char *key)
{
  GString *bare = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = key; *p != '\0'; p++)
    if (*p == '(')
      depth++;
    else if (*p == ')' && depth > 0)
      depth--;
    else if (depth == 0)
      g_string_append_c (bare, *p);

  return g_string_free (bare, FALSE);
}

static int
find_role (const char *key)
{
  g_autofree char *bare = drop_brackets (key);
  g_autofree char *word = g_strconcat (" ", *bare != '\0' ? bare : key, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strstr (headings[i].names, word) != NULL)
      return headings[i].role;

  return -1;
}

gboolean
_koyomi_cric_layout_is_heading (KoyomiCricRole  role,
                                const char     *text)
{
  g_autofree char *key = _koyomi_import_make_key (text);

  return *key != '\0' && find_role (key) == (int) role;
}

static int
match_number (GRegex     *regex,
              const char *key,
              int         group)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *digits = NULL;

  if (!g_regex_match (regex, key, 0, &match) || (digits = g_match_info_fetch (match, group)) == NULL)
    return 0;

  return atoi (digits);
}

/* jan, jan., january, each with a year behind it or without */
static int
read_month_name (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    {
      gsize full = strlen (month_names[i]);
      gsize length = strncmp (key, month_names[i], full) == 0 ? full : strncmp (key, month_names[i], 3) == 0 ? 3 : 0;

      if (length == 0)
        continue;

      key += length;
      key += strspn (key, ".'-/,");

      key += strspn (key, "0123456789");

      /* Our own calendar marks today's month. */
      return *key == '\0' || g_str_has_prefix (key, "▼") ? (int) i + 1 : 0;
    }

  return 0;
}

/* Returns: the month that the heading names, or 0. @is_bare: whether it is no more than a number */
static int
read_month (const KoyomiSheetCell *cell,
            const char            *key,
            gboolean              *is_bare)
{
  static GRegex *japanese, *dated, *bare;
  int month;

  *is_bare = FALSE;
  if (cell->kind == KOYOMI_SHEET_CELL_DAY)
    {
      koyomi_day_get (cell->day, NULL, &month, NULL);
      return month;
    }

  if (japanese == NULL)
    {
      japanese = g_regex_new ("^(?:(?:fy)?[0-9]{2,4}(?:年度?|[/.-]))?([0-9]{1,2})月(?:度|分)?(?:▼.*)?$", 0, 0, NULL);
      dated = g_regex_new ("^[0-9]{4}[/.-]([0-9]{1,2})(?:[/.-][0-9]{1,2})?$", 0, 0, NULL);
      bare = g_regex_new ("^([0-9]{1,2})$", 0, 0, NULL);
    }

  if ((month = match_number (japanese, key, 1)) == 0 && (month = match_number (dated, key, 1)) == 0 &&
      (month = read_month_name (key)) == 0)
    {
      month = match_number (bare, key, 1);
      *is_bare = TRUE;
    }

  return month >= 1 && month <= 12 ? month : 0;
}

/* Returns: the first month of the quarter that the heading names, or 0 */
static int
read_quarter (const char *key,
              int         start_month)
{
  static GRegex *quarter, *range;
  g_autoptr(GMatchInfo) match = NULL;
  int month;
  int number = 0;

  if (quarter == NULL)
    {
      quarter = g_regex_new ("^(?:fy)?(?:[0-9]{4}(?:年度)?)?(?:第?([1-4])(?:q|四半期)|q([1-4])|([1-4])(?:st|nd|rd|th)quarter)", 0, 0, NULL);
      range = g_regex_new ("([0-9]{1,2})月?[~〜-][0-9]{1,2}月", 0, 0, NULL);
    }

  if (!g_regex_match (quarter, key, 0, &match))
    return 0;

  for (int i = 1; i <= 3 && number == 0; i++)
    {
      g_autofree char *digit = g_match_info_fetch (match, i);

      number = digit != NULL ? atoi (digit) : 0;
    }

  month = match_number (range, key, 1);

  return month >= 1 && month <= 12 ? month : (start_month - 1 + (number - 1) * 3) % 12 + 1;
}

/**
 * _koyomi_cric_get_merged:
 * @range: (out) (optional): the merged cell that this one belongs to, or the cell alone
 *
 * Returns: what the cell says, or what the merged cell says that it belongs to
 */
const char *
_koyomi_cric_get_merged (const KoyomiSheet *sheet,
                         guint              row,
                         guint              column,
                         KoyomiSheetRange  *range)
{
  GArray *merges = koyomi_sheet_get_merges (sheet);

  if (range != NULL)
    *range = (KoyomiSheetRange) { row, column, row, column };

  for (guint i = 0; i < merges->len; i++)
    {
      KoyomiSheetRange *merge = &g_array_index (merges, KoyomiSheetRange, i);

      if (row < merge->first_row || row > merge->last_row || column < merge->first_column || column > merge->last_column)
        continue;

      if (range != NULL)
        *range = *merge;

      return koyomi_sheet_get_text (sheet, merge->first_row, merge->first_column);
    }

  return koyomi_sheet_get_text (sheet, row, column);
}

static guint
count_headings (const KoyomiSheet *sheet,
                guint              row,
                int                start_month,
                gboolean          *bare_months)
{
  guint n_columns = MIN (koyomi_sheet_get_n_columns (sheet), MAX_HEADING_COLUMN);
  guint n_found = 0;
  guint n_bare = 0;

  for (guint column = 0; column < n_columns; column++)
    {
      const KoyomiSheetCell *cell = koyomi_sheet_get_cell (sheet, row, column);
      g_autofree char *key = NULL;
      gboolean is_bare;

      if (*cell->text == '\0')
        continue;

      key = _koyomi_import_make_key (cell->text);
      if (read_month (cell, key, &is_bare) != 0)
        {
          n_bare += is_bare;
          n_found += !is_bare;
        }
      else if (find_role (key) >= 0 || read_quarter (key, start_month) != 0)
        n_found++;
    }

  *bare_months = n_bare >= MIN_BARE_MONTHS;

  return n_found + (*bare_months ? n_bare : 0);
}

static void
read_headings (KoyomiCricLayout  *self,
               const KoyomiSheet *sheet,
               guint              row,
               int                start_month,
               gboolean           bare_months,
               GArray            *quarters)
{
  guint n_columns = MIN (koyomi_sheet_get_n_columns (sheet), MAX_HEADING_COLUMN);

  for (guint column = 0; column < n_columns; column++)
    {
      const KoyomiSheetCell *cell = koyomi_sheet_get_cell (sheet, row, column);
      g_autofree char *key = NULL;
      gboolean is_bare;
      int month;
      int role;

      if (*cell->text == '\0')
        continue;

      key = _koyomi_import_make_key (cell->text);
      if ((month = read_month (cell, key, &is_bare)) != 0 && (!is_bare || bare_months))
        {
          KoyomiCricMonth entry = { column, month };

          g_array_append_val (self->months, entry);
        }
      else if ((role = find_role (key)) >= 0)
        {
          if (self->columns[role] < 0)
            self->columns[role] = column;
        }
      else if ((month = read_quarter (key, start_month)) != 0)
        {
          KoyomiSheetRange range;
          Quarter quarter = { column, column, month };

          _koyomi_cric_get_merged (sheet, row, column, &range);
          quarter.last_column = range.last_column;
          g_array_append_val (quarters, quarter);
        }
    }
}

/* A quarter's heading stands over the first of its three columns. */
static void
spread_quarters (KoyomiCricLayout *self,
                 GArray           *quarters)
{
  for (guint i = 0; i < quarters->len; i++)
    {
      Quarter *quarter = &g_array_index (quarters, Quarter, i);
      guint end = i + 1 < quarters->len ? g_array_index (quarters, Quarter, i + 1).column : quarter->column + 3;

      for (guint k = 0; k < 3 && quarter->column + k < end; k++)
        {
          KoyomiCricMonth entry = { quarter->column + k, (quarter->first_month - 1 + (int) k) % 12 + 1 };

          g_array_append_val (self->months, entry);
        }
    }
}

static int
compare_months (gconstpointer a,
                gconstpointer b)
{
  return (int) ((const KoyomiCricMonth *) a)->column - (int) ((const KoyomiCricMonth *) b)->column;
}

/**
 * _koyomi_cric_layout_find:
 * @start_month: of the plan's fiscal year, for quarters that do not name their months
 *
 * Returns: FALSE when no row of headings names a column of functions. The layout is to be cleared in either case
 */
gboolean
_koyomi_cric_layout_find (KoyomiCricLayout  *self,
                          const KoyomiSheet *sheet,
                          int                start_month)
{
  g_autoptr(GArray) quarters = g_array_new (FALSE, FALSE, sizeof (Quarter));
  guint n_rows = MIN (koyomi_sheet_get_n_rows (sheet), MAX_HEADING_ROW);
  guint first_row = 0;

  *self = (KoyomiCricLayout) { .months = g_array_new (FALSE, FALSE, sizeof (KoyomiCricMonth)) };
  for (guint i = 0; i < KOYOMI_N_CRIC_ROLES; i++)
    self->columns[i] = -1;

  for (guint row = 1; row <= n_rows && (first_row == 0 || row < first_row + MAX_HEADING_ROWS); row++)
    {
      gboolean bare_months;

      if (count_headings (sheet, row, start_month, &bare_months) < 2)
        continue;

      first_row = first_row == 0 ? row : first_row;
      self->last_heading_row = row;
      read_headings (self, sheet, row, start_month, bare_months, quarters);
    }

  if (self->months->len == 0)
    spread_quarters (self, quarters);
  g_array_sort (self->months, compare_months);

  return self->columns[KOYOMI_CRIC_FUNCTION] >= 0;
}

void
_koyomi_cric_layout_clear (KoyomiCricLayout *self)
{
  g_clear_pointer (&self->months, g_array_unref);
}
