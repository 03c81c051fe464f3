#include "koyomi-export-quarter-row.h"

#include "koyomi-day.h"

/* Quarters to choose from: two years back. */
#define N_QUARTERS 9

/* Adds the row to @group. Returns: (transfer full) */
AdwComboRow *
koyomi_export_choice_row_new (AdwPreferencesGroup *group,
                              const char          *title,
                              GtkStringList       *names)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_preferences_group_add (group, row);

  return g_object_ref (ADW_COMBO_ROW (row));
}

/* The quarter that is @back before the present one. */
static KoyomiFiscalYear
get_quarter (KoyomiWorkspace *workspace,
             guint            back,
             int             *quarter)
{
  guint32 day = koyomi_day_add_months (koyomi_day_today (), -3 * (int) back);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (workspace), day);

  *quarter = koyomi_fiscal_year_get_quarter (year, day);

  return year;
}

static char *
name_quarter (KoyomiWorkspace *workspace,
              guint            back,
              const char      *separator,
              KoyomiLanguage   language)
{
  int quarter;
  KoyomiFiscalYear year = get_quarter (workspace, back, &quarter);
  g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
  g_autofree char *name = koyomi_fiscal_year_format_quarter (year, quarter, language);

  return g_strjoin (separator, year_name, name, NULL);
}

/* Whether the quarter that is @back before the present one holds the day. */
static gboolean
holds (KoyomiWorkspace *workspace,
       guint            back,
       guint32          day)
{
  int quarter;
  KoyomiFiscalYear year = get_quarter (workspace, back, &quarter);
  guint32 first_day = koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3);

  return day >= first_day && day < koyomi_day_add_months (first_day, 3);
}

/* Adds the row to @group. @day: whose quarter is proposed; any other than of these two years proposes the present one. Returns: (transfer full) */
AdwComboRow *
koyomi_export_quarter_row_new (AdwPreferencesGroup *group,
                               KoyomiWorkspace     *workspace,
                               guint32              day)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;
  AdwComboRow *self;

  for (guint i = 0; i < N_QUARTERS; i++)
    {
      g_autofree char *name = name_quarter (workspace, i, " ", koyomi_workspace_get_language (workspace));

      gtk_string_list_append (names, name);
      if (holds (workspace, i, day))
        chosen = i;
    }
  self = koyomi_export_choice_row_new (group, koyomi_workspace_tr (workspace, N_("_Quarter")), names);
  adw_combo_row_set_selected (self, chosen);

  return self;
}

KoyomiFiscalYear
koyomi_export_quarter_row_get (AdwComboRow     *self,
                               KoyomiWorkspace *workspace,
                               int             *quarter)
{
  return get_quarter (workspace, adw_combo_row_get_selected (self), quarter);
}

/* For the name of a file. */
char *
koyomi_export_quarter_row_dup_name (AdwComboRow     *self,
                                    KoyomiWorkspace *workspace,
                                    KoyomiLanguage   language)
{
  return name_quarter (workspace, adw_combo_row_get_selected (self), "-", language);
}
