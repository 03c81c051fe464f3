#include "koyomi-matrix-heading-private.h"

#include "koyomi-import-key-private.h"

#include <string.h>

static const char * const labels[KOYOMI_N_MATRIX_HEADINGS] = {
  [KOYOMI_MATRIX_HEADING_CATALOGUE] = N_("Catalogue"),
  [KOYOMI_MATRIX_HEADING_GROUP_CODE] = N_("Group No."),
  [KOYOMI_MATRIX_HEADING_GROUP] = N_("Function group"),
  [KOYOMI_MATRIX_HEADING_CODE] = N_("Function No."),
  [KOYOMI_MATRIX_HEADING_FUNCTION] = N_("Function"),
  [KOYOMI_MATRIX_HEADING_TEAM_CODE] = N_("Team No."),
  [KOYOMI_MATRIX_HEADING_TEAM] = N_("Team"),
  [KOYOMI_MATRIX_HEADING_LETTERS] = N_("Letters"),
  [KOYOMI_MATRIX_HEADING_PERSON] = N_("Person"),
  [KOYOMI_MATRIX_HEADING_DEPUTY] = N_("Deputy"),
  [KOYOMI_MATRIX_HEADING_FROM] = N_("From"),
  [KOYOMI_MATRIX_HEADING_TO] = N_("To"),
  [KOYOMI_MATRIX_HEADING_NOTE] = N_("Note"),
  [KOYOMI_MATRIX_HEADING_KEY] = N_("Key of the assignment"),
  [KOYOMI_MATRIX_HEADING_DAY] = N_("Matrix on"),
  [KOYOMI_MATRIX_HEADING_N_R] = N_("Functions with R"),
  [KOYOMI_MATRIX_HEADING_N_A] = N_("Functions with A"),
  [KOYOMI_MATRIX_HEADING_AS_IS] = N_("As is"),
  [KOYOMI_MATRIX_HEADING_TO_BE] = N_("To be"),
  [KOYOMI_MATRIX_HEADING_GAP] = N_("Gap"),
  [KOYOMI_MATRIX_HEADING_BREACHES] = N_("Open breaches of rules"),
};

const char *
_koyomi_matrix_heading_get_label (KoyomiMatrixHeading self,
                                  KoyomiLanguage      language)
{
  return koyomi_tr (language, labels[self]);
}

/* Returns: which heading the text is in one of the languages; -1 for none */
int
_koyomi_matrix_heading_find (const char *text)
{
  g_autofree char *key = _koyomi_import_make_key (text);

  for (guint heading = 0; heading < KOYOMI_N_MATRIX_HEADINGS && *key != '\0'; heading++)
    for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        g_autofree char *label = _koyomi_import_make_key (_koyomi_matrix_heading_get_label (heading, language));

        if (strcmp (label, key) == 0)
          return heading;
      }

  return -1;
}
