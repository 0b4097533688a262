package moot.app.roleplans;

import moot.funding.roles.DonorService;

/**
 * A local service whose staff new roles may draw.
 *
 * @param person who set its threshold
 */
public record KeptDonor(long id, DonorService service, String person) {}
