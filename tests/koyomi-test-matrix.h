#pragma once

#include "koyomi-matrix.h"

G_BEGIN_DECLS

/* A matrix told in lines, so that cases can be read:
 *
 *   team SOC outsourced 2026-04-01 2027-03-31      kind, active from, active to; “-” is none
 *   person Hanako SOC
 *   function cric 1 [retired]                      catalogues and groups make themselves
 *   map cric:1 isogj:A-1
 *   assign cric:1 SOC RA 2026-04-01 - Hanako -     from, to, person, deputy: all may be left out
 *   letter P
 *
 * Rows that are called the same have the same key in every matrix. */
gint64        koyomi_test_matrix_get_key (KoyomiTableId   table,
                                          const char     *name);
KoyomiMatrix *koyomi_test_matrix_new     (const char     *lines,
                                          const char     *catalogue,
                                          guint32         day) G_GNUC_WARN_UNUSED_RESULT;
char         *koyomi_test_matrix_print   (KoyomiMatrix   *matrix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
