package dev.hilo.fields;

import java.util.List;

/** The industries that a company can be put in, as they were recorded. */
final class Industries {

    static final List<String> ALL = """
            Automotive
            Consumer Durables and Apparel
            Diversified Consumer Services
            Hotels, Restaurants and Leisure
            Consumer Goods
            Household Durables
            Leisure Products
            Textiles, Apparel and Luxury Goods
            Education Services
            Family Services
            Specialized Consumer Services
            Media
            Distributors
            Specialty Retail
            Beverages
            Food Products
            Food and Staples Retailing
            Personal Products
            Tobacco
            Gas Utilities
            Banks
            Capital Markets
            Diversified Financial Services
            Insurance
            Real Estate
            Health Care Equipment and Supplies
            Health Care Providers and Services
            Biotechnology
            Pharmaceuticals
            Professional Services
            Aerospace and Defense
            Air Freight and Logistics
            Airlines
            Commercial Services and Supplies
            Construction and Engineering
            Electrical Equipment
            Industrial Conglomerates
            Machinery
            Marine
            Road and Rail
            Trading Companies and Distributors
            Transportation
            Internet Software and Services
            IT Services
            Software
            Communications Equipment
            Electronic Equipment, Instruments and Components
            Technology Hardware, Storage and Peripherals
            Building Materials
            Chemicals
            Containers and Packaging
            Metals and Mining
            Paper and Forest Products
            Diversified Telecommunication Services
            Wireless Telecommunication Services
            Renewable Electricity
            Electric Utilities
            Utilities
            Other
            """.lines().toList();

    private Industries() {}
}
