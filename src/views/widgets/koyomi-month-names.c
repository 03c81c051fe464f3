#include "koyomi-month-names.h"

#include "koyomi-fiscal-year.h"

/* Returns: (transfer full): January to December, for a row to choose from */
GListModel *
koyomi_month_names_new (KoyomiLanguage language)
{
  const KoyomiFiscalYear calendar_year = { 2000, 1 };
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int index = 0; index < 12; index++)
    gtk_string_list_take (names, koyomi_fiscal_year_format_month (calendar_year, index, language));

  return G_LIST_MODEL (names);
}
